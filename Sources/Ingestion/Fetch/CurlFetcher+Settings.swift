extension CurlFetcher {
    /// Limits and manners.
    public struct Settings: Hashable, Sendable {
        /// Seconds for one try, redirects included.
        public var timeLimit: Double
        /// Bytes of the body, content encodings undone.
        public var maxBytes: Int
        public var maxRedirects: Int
        /// Whether hosts of private networks and this machine may be asked.
        public var allowsPrivate: Bool
        /// Whether what `robots.txt` forbids is left alone.
        public var obeysRobots: Bool
        public var retries: RetrySchedule
        /// Who asks.
        public var userAgent: String
        /// Whom servers are asked through.
        public var proxies = ProxySettings.none
        /// Whose word for a server's certificate is taken.
        public var authorities = TrustedAuthorities.system

        /// Seconds for one connection to be made.
        public var connectLimit: Double { max(5, timeLimit / 3) }
        /// Seconds without a byte after which no more is waited for.
        public var stallLimit: Double { max(5, timeLimit * 2 / 3) }

        public init(
            timeLimit: Double = 30, maxBytes: Int = IngestionLimits.standard.maxBytes, maxRedirects: Int = 5,
            allowsPrivate: Bool = false, obeysRobots: Bool = true, retries: RetrySchedule = RetrySchedule(),
            userAgent: String = CurlFetcher.userAgent(version: nil, contact: nil)
        ) {
            self.timeLimit = timeLimit
            self.maxBytes = maxBytes
            self.maxRedirects = maxRedirects
            self.allowsPrivate = allowsPrivate
            self.obeysRobots = obeysRobots
            self.retries = retries
            self.userAgent = userAgent
        }
    }
}
