/// The names of months in the languages of the web: in full, inflected, and shortened to three letters or more.
///
/// ```swift
/// MonthNames.month("août")      // .gregorian(8)
/// MonthNames.month("rugpjūčio") // .gregorian(8)
/// MonthNames.month("تیر")       // .solarHijri(4)
/// ```
enum MonthNames {
    enum Month: Equatable {
        /// 1 for January.
        case gregorian(Int)
        /// 1 for Farvardin, of the calendar of Iran and Afghanistan.
        case solarHijri(Int)
    }

    /// The month of a lower-case word; `nil` for other words.
    ///
    /// - Parameter language: The primary subtag of the page's language, for names that mean two months: `listopada` is
    ///   October in Croatian and November in Polish.
    static func month(_ word: String, language: String? = nil) -> Month? {
        if language == "hr", let number = croatian[word] { return .gregorian(number) }
        if let number = table[word] { return .gregorian(number) }
        return persian[word].map { .solarHijri($0) }
    }

    /// One line for each language, a field for each month, `/` between variants. Earlier languages win.
    private static let languages = [
        "january february march april may june july august september/sept october november december",
        "januar/jänner/jan februar/feber märz/mrz/maerz april mai juni juli august september oktober november dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "januar februar marts april maj juni juli august september oktober november december",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "januar februar mars april mai juni juli august september oktober november desember",
        "stycznia/styczeń lutego/luty marca/marzec kwietnia/kwiecień maja/maj czerwca/czerwiec lipca/lipiec sierpnia/sierpień września/wrzesień października/październik listopada/listopad grudnia/grudzień",
        "ledna/leden února/únor března/březen dubna/duben května/květen června/červen července/červenec srpna/srpen září října/říjen listopadu/listopad prosince/prosinec",
        "januára/január februára/február marca/marec apríla/apríl mája/máj júna/jún júla/júl augusta/august septembra/september októbra/október novembra/november decembra/december",
        "tammikuuta/tammikuu helmikuuta/helmikuu maaliskuuta/maaliskuu huhtikuuta/huhtikuu toukokuuta/toukokuu kesäkuuta/kesäkuu heinäkuuta/heinäkuu elokuuta/elokuu syyskuuta/syyskuu lokakuuta/lokakuu marraskuuta/marraskuu joulukuuta/joulukuu",
        "január február március április május június július augusztus szeptember október november december",
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
        "января/январь февраля/февраль марта/март апреля/апрель мая/май июня/июнь июля/июль августа/август сентября/сентябрь октября/октябрь ноября/ноябрь декабря/декабрь",
        "січня/січень лютого/лютий березня/березень квітня/квітень травня/травень червня/червень липня/липень серпня/серпень вересня/вересень жовтня/жовтень листопада/листопад грудня/грудень",
        "студзеня лютага сакавіка красавіка мая/траўня чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня",
        "януари февруари март април май юни юли август септември октомври ноември декември",
        "јануар/јануари фебруар/февруари март април мај јун/јуни јул/јули август септембар/септември октобар/октомври новембар/ноември децембар/декември",
        "januar februar mart april maj jun/juni jul/juli avgust/august septembar oktobar novembar decembar",
        "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra",
        "siječnja/siječanj veljače/veljača ožujka/ožujak travnja/travanj svibnja/svibanj lipnja/lipanj srpnja/srpanj kolovoza/kolovoz rujna/rujan listopad studenoga/studenog/studeni prosinca/prosinac",
        "ιανουαρίου/ιανουάριος φεβρουαρίου/φεβρουάριος μαρτίου/μάρτιος απριλίου/απρίλιος μαΐου/μάιος/μαίου ιουνίου/ιούνιος ιουλίου/ιούλιος αυγούστου/αύγουστος σεπτεμβρίου/σεπτέμβριος οκτωβρίου/οκτώβριος νοεμβρίου/νοέμβριος δεκεμβρίου/δεκέμβριος",
        "sausio/sausis vasario/vasaris kovo/kovas balandžio/balandis gegužės/gegužė birželio/birželis liepos/liepa rugpjūčio/rugpjūtis rugsėjo/rugsėjis spalio/spalis lapkričio/lapkritis gruodžio/gruodis",
        "janvāris/janvārī februāris/februārī marts/martā aprīlis/aprīlī maijs/maijā jūnijs/jūnijā jūlijs/jūlijā augusts/augustā septembris/septembrī oktobris/oktobrī novembris/novembrī decembris/decembrī",
        "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
        "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember",
        "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
        "xaneiro febreiro marzo abril maio xuño xullo agosto setembro outubro novembro decembro",
        "urtarrila/urtarrilaren otsaila/otsailaren martxoa/martxoaren apirila/apirilaren maiatza/maiatzaren ekaina/ekainaren uztaila/uztailaren abuztua/abuztuaren iraila/irailaren urria/urriaren azaroa/azaroaren abendua/abenduaren",
        "januari februari maret april mei juni juli agustus september oktober november desember",
        "januari februari mac april mei jun julai ogos september oktober november disember",
        "enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre",
        "januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba",
        "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor",
        "yanvar fevral mart aprel may iyun iyul avqust/avgust sentyabr oktyabr noyabr dekabr",
        "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
        "հունվարի/հունվար փետրվարի/փետրվար մարտի/մարտ ապրիլի/ապրիլ մայիսի/մայիս հունիսի/հունիս հուլիսի/հուլիս օգոստոսի/օգոստոս սեպտեմբերի/սեպտեմբեր հոկտեմբերի/հոկտեմբեր նոյեմբերի/նոյեմբեր դեկտեմբերի/դեկտեմբեր",
        "იანვარი/იანვარს თებერვალი/თებერვალს მარტი/მარტს აპრილი/აპრილს მაისი/მაისს ივნისი/ივნისს ივლისი/ივლისს აგვისტო/აგვისტოს სექტემბერი/სექტემბერს ოქტომბერი/ოქტომბერს ნოემბერი/ნოემბერს დეკემბერი/დეკემბერს",
        "ינואר/בינואר פברואר/בפברואר מרץ/במרץ/מרס/במרס אפריל/באפריל מאי/במאי יוני/ביוני יולי/ביולי אוגוסט/באוגוסט ספטמבר/בספטמבר אוקטובר/באוקטובר נובמבר/בנובמבר דצמבר/בדצמבר",
        "يناير/جانفي فبراير/فيفري/شباط مارس/آذار/اذار أبريل/إبريل/ابريل/أفريل/نيسان مايو/ماي/أيار/ايار يونيو/يونيه/جوان/حزيران يوليو/يوليه/جويلية/تموز أغسطس/اغسطس/أوت/آب سبتمبر/أيلول/ايلول أكتوبر/اكتوبر نوفمبر ديسمبر",
        "جنوری/ژانویه فروری/فوریه مارچ/مارس اپریل/آوریل مئی/مه جون/ژوئن جولائی/ژوئیه/جولای اگست/اوت ستمبر/سپتامبر اکتوبر/اکتبر نومبر/نوامبر دسمبر/دسامبر",
        "जनवरी फरवरी/फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर/सितम्बर अक्टूबर/अक्तूबर नवंबर/नवम्बर दिसंबर/दिसम्बर",
        "जानेवारी फेब्रुवारी मार्च एप्रिल मे जून जुलै ऑगस्ट सप्टेंबर ऑक्टोबर नोव्हेंबर डिसेंबर",
        "জানুয়ারি/জানুয়ারী/জানুয়ারি/জানুয়ারী ফেব্রুয়ারি/ফেব্রুয়ারী/ফেব্রুয়ারি/ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট/অগাস্ট/আগষ্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
        "ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்",
        "ມັງກອນ ກຸມພາ ມີນາ ເມສາ ພຶດສະພາ ມິຖຸນາ ກໍລະກົດ ສິງຫາ ກັນຍາ ຕຸລາ ພະຈິກ ທັນວາ",
        "มกราคม/ม.ค กุมภาพันธ์/ก.พ มีนาคม/มี.ค เมษายน/เม.ย พฤษภาคม/พ.ค มิถุนายน/มิ.ย กรกฎาคม/ก.ค สิงหาคม/ส.ค กันยายน/ก.ย ตุลาคม/ต.ค พฤศจิกายน/พ.ย ธันวาคม/ธ.ค",
    ]

    private static let croatian = ["listopada": 10, "listopad": 10, "srpnja": 7, "lipnja": 6, "travnja": 4]

    private static let persian = numbered(
        "فروردین/فروردين اردیبهشت/ارديبهشت خرداد تیر/تير مرداد/امرداد شهریور/شهريور مهر آبان/ابان آذر دی/دي بهمن اسفند")

    private static func numbered(_ line: String) -> [String: Int] {
        var names: [String: Int] = [:]
        for (index, field) in line.split(separator: " ").enumerated() {
            for name in field.split(separator: "/") { names[String(name)] = index + 1 }
        }
        return names
    }

    private static let table: [String: Int] = {
        var full: [String: Int] = [:]
        var short: [String: Int] = [:]
        for line in languages {
            let names = numbered(line)
            // A beginning that two months of a language share, such as `jui` in French, names neither.
            var beginnings: [String: Int] = [:]
            for (name, number) in names {
                let plain = unaccented(name)
                for word in plain == name ? [name] : [name, plain] {
                    if full[word] == nil { full[word] = number }
                    var beginning = ""
                    for (length, letter) in word.enumerated() {
                        if length >= 3 {
                            beginnings[beginning] = beginnings[beginning, default: number] == number ? number : 0
                        }
                        beginning.append(letter)
                    }
                }
            }
            short.merge(beginnings.filter { $0.value != 0 }) { first, _ in first }
        }
        return full.merging(short) { name, _ in name }
    }()

    /// Accents are often left out of machine-made dates.
    private static func unaccented(_ word: String) -> String {
        if word.utf8.allSatisfy({ $0 < 0x80 }) { return word }
        return String(String.UnicodeScalarView(word.unicodeScalars.map { plain[$0] ?? $0 }))
    }

    private static let plain: [Unicode.Scalar: Unicode.Scalar] = {
        let accented = "àáâãäåāăąèéêëēėęěìíîïīòóôõöøùúûüūůűçćčñńňşšśžźżğďťřłýαάέήίόύώ".unicodeScalars
        let letters = "aaaaaaaaaeeeeeeeeiiiiioooooouuuuuuucccnnnssszzzgdtrlyααεηιουω".unicodeScalars
        return Dictionary(zip(accented, letters)) { first, _ in first }
    }()
}
