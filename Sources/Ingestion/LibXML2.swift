import CLibXML2

/// The state that libxml2 shares between threads.
enum LibXML2 {
    /// Set up on first use, once, whatever the number of threads: parsers that start at the same time in an unprepared
    /// library can wait for each other forever.
    static let isReady: Void = xmlInitParser()
}
