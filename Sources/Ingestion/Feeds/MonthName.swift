/// The names of months in the languages that feeds and pages are written in.
enum MonthName {
    /// The number of a month by its name, or by at least three letters of the English one; `nil` for other words.
    ///
    /// - Parameter word: In lower case, without a dot.
    static func number(_ word: String) -> Int? {
        guard word.utf8.count >= 3 else { return nil }
        return numbers[word]
    }

    private static let english = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// Whole names, usual abbreviations, and everything from three letters on that the English names begin with.
    private static let numbers: [String: Int] = {
        var numbers: [String: Int] = [:]
        for (index, names) in byMonth.enumerated() {
            for name in names.split(separator: " ") { numbers[String(name)] = index + 1 }
        }
        for (index, name) in english.enumerated() {
            for length in 3...name.utf8.count { numbers[String(name.prefix(length))] = index + 1 }
        }
        return numbers
    }()

    /// German, French, Spanish, Italian, Portuguese, Dutch, the Nordic languages, Polish and Russian.
    private static let byMonth = [
        "januar jänner janvier janv enero ene gennaio gen janeiro januari stycznia styczeń sty января янв",
        "februar feber février févr fév febrero febbraio fevereiro fev februari lutego luty lut февраля фев",
        "märz mär mrz mars marzo março maart mrt marts marca marzec марта мар",
        "avril avr abril abr aprile kwietnia kwiecień kwi апреля апр",
        "mai mayo maggio mag maio mei maj maja мая май",
        "juni juin junio giugno giu junho czerwca czerwiec cze июня июн",
        "juli juillet juil julio luglio lug julho lipca lipiec lip июля июл",
        "août aout agosto ago augustus augusti sierpnia sierpień sie августа авг",
        "sept septembre septiembre setiembre settembre set setembro września wrzesień wrz сентября сен сент",
        "oktober okt octobre octubre oct ottobre ott outubro out października październik paź октября окт",
        "novembre noviembre novembro listopada listopad lis ноября ноя нояб",
        "dezember dez décembre déc diciembre dic dicembre dezembro desember des grudnia grudzień gru декабря дек",
    ]
}
