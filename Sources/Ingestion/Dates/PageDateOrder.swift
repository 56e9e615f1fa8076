/// Whether days such as `03/04/2020` are read with the month first, by where a page is from.
struct PageDateOrder {
    /// The primary subtag of the page's language; `nil` when not known.
    var language: String?
    private var isAmerican: Bool

    /// - Parameters:
    ///   - language: The page's language tag.
    ///   - address: Its address.
    init(language: String?, address: String?) {
        let parts = (language ?? "").lowercased().split(separator: "-")
        self.language = parts.first.map(String.init)
        let region = parts.dropFirst().last
        let host =
            address.flatMap { $0.split(separator: "/", maxSplits: 2).dropFirst().first }?.prefix { $0 != "/" } ?? ""
        let domain = host.split(separator: ".").last ?? ""
        if ["us", "gov", "edu", "mil", "ph"].contains(domain) {
            isAmerican = true
        } else if let region, region.utf8.count == 2 {
            // Many sites elsewhere say en-US because their software does; their domain tells.
            isAmerican = ["us", "ph"].contains(region) && (domain.utf8.count != 2 || domain == "io" || domain == "co")
        } else {
            isAmerican = parts.first == "en" && domain.utf8.count != 2
        }
    }

    /// - Parameter votes: Days on the page that show the day first, less those that show the month first.
    func isMonthFirst(votes: Int) -> Bool {
        votes == 0 ? isAmerican : votes < 0
    }
}
