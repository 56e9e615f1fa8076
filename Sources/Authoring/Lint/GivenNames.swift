/// Given names from many parts of the world, for texts without a roster.
///
/// Guessing from capital letters alone flags products and headings, so only these count. Names that are also tools,
/// assistants, months or everyday words (Jenkins, Claude, Ruby, Travis, Grace, Will, Mark) are left out.
enum GivenNames {
    static let all: Set<String> = Set(list.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))

    private static let list = """
        aaron abdul abdullah abigail adam adrian agnes ahmad ahmed aiden aisha alan albert alejandro alessandro alexander
        alexandra alexey alfred ali alice alicia alina alison aliyah allison amanda amelia amir amit amy ana anastasia
        anders andrea andreas andrei andrew andrey angela anil anita anjali ann anna anne annika anthony antoine anton
        antonio anya arjun arthur arun asha ashley astrid audrey ayesha barbara beatriz ben benjamin bernard beth bianca
        bjorn bogdan bram brandon brenda brian bridget bruno camille carl carla carlos carmen carol caroline catherine
        cecilia charlotte chen chiara chloe christian christina christine christoph christopher claire clara
        connor craig cristina cynthia daan damian daniel daniela danielle david deborah deepak denis dennis derek diana
        diego dieter dimitri dmitri dmitry dominik donald donna dorothy douglas dylan ebony edgar eduardo edward eileen
        elena eleni elias elif elizabeth ella ellen emil emily emma emre eric erik erika esther ethan eva evelyn
        farah fatima fatou felipe fernanda fernando fiona florian francesca francesco francisco francois frank franziska
        fred frederik gabriel gabriela gareth gary george gerald gianna giovanni giulia giuseppe gloria gonzalo
        greg gregory greta guillaume gustavo habib hannah hans harry hassan heather hector heidi helen helena henrik henry
        hiroshi hugo hussein ian ibrahim igor ines ingrid irina isaac isabel isabella ivan jack jacob jacques jaime
         jakub james jamie jana jane janet javier jean jeff jeffrey jennifer jeremy jerome jessica jill jim
        joan joao joe joel johan johannes john johnny jonas jonathan jorge jose josef joseph joshua juan judith julian
        juliana julie julien jurgen justin kamal karen karim karin karl kate katerina katherine kathleen katja kavya keiko
        keith kelly kemal ken kenji kenneth kevin khalid kim klara klaus kofi kristen kristina kumar kwame kyle lars
        laszlo laura lauren layla leah lena leo leon leonard leonardo leonie leticia lewis liam lina linda lisa 
        lorena lorenzo louis louise luca lucas lucia lucy luis luisa lukas luke lydia magda magnus mahmoud maja
        manuel marc marcel marco marcos marcus margaret maria mariam mariana marie marina mario marius markus marta
        martha martin martina mary mateo matej mateus mathias matteo matthew matthias maurice maxim maximilian megan mehmet 
        melanie melissa mia michael michaela michal michelle miguel mika mikael mike mikhail milan milena 
        miriam mohamed mohammad mohammed mohan molly monica monika morgan muhammad mustafa nadia nancy naomi natalia natalie
        natasha nathan neha neil nicholas nicolas nicole niels nikhil nikita nikolai nils nina noah nora norbert
        olga oliver olivia olivier omar oscar oskar otto pablo paola patricia patrick paul paula paulo pavel pedro
        peter petra phil philip philipp philippe pierre piotr pooja pradeep priya priyanka rachel rafael rahul raj rajesh
        ralf ramon raquel rashid ravi raymond rebecca renata rene ricardo richard rita robert roberto robin roger rohan
        rohit roland roman ronald rosa rosie roxanne ryan sabine sabrina sakura saleh salma samantha samir
        samuel sandeep sandra sanjay sara sarah sasha satoshi sean sebastian serena sergei sergey sergio shannon sharon
        shreya silvia simon simone sina sofia sofie sophia sophie stefan stefanie stella stephanie stephen steve steven
        stuart sunita suresh susan susanne suzanne sven svetlana sylvia takeshi tamara tanya tara tariq tatiana
        teresa thabo theo theresa thomas thorsten tiago tim timothy tina tobias tom tomas tomasz tony tracy tuan
         ursula usman valentina valeria vanessa vera veronica vijay viktor vincent vikram vladimir
        waleed walter wei wendy werner wilhelm william wolfgang xavier xin yan yannick yara yasmin yasmine yoko
        youssef yuki yuri yusuf yvonne zachary zahra zara zeynep zofia zoe zuzana
        """
}
