import Reports

/// What a knowledge base says about its site.
public struct SiteSettings: Equatable, Sendable {
    /// A service the team runs, as `postmortem.yml` lists it.
    public struct Service: Equatable, Sendable {
        public var name: String
        public var description: String?

        public init(name: String, description: String? = nil) {
            self.name = name
            self.description = description
        }
    }

    public var title: String
    /// Where the site will stand, such as `https://example.org/incidents`; `nil` when it may stand anywhere.
    ///
    /// Only feeds, the sitemap, the OpenSearch description and `404.html` need it; every other link is relative.
    public var baseURL: String?
    /// What the pages were made from and with, for the about page, such as `postmortem 0.1.0`; `nil` to say nothing.
    public var generatedFrom: String?
    /// Listed even when no incident names them.
    public var services: [Service]
    /// How right the classifier was where it was measured, for the about page; shown where its suggestions are.
    public var measured: MeasuredClassifier?

    public init(
        title: String, baseURL: String? = nil, generatedFrom: String? = nil, services: [Service] = [],
        measured: MeasuredClassifier? = nil
    ) {
        self.title = title
        self.baseURL = baseURL
        self.generatedFrom = generatedFrom
        self.services = services
        self.measured = measured
    }
}
