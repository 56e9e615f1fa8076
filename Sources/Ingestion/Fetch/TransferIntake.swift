import Foundation

/// What one transfer takes in, held against its limits; only the transfer's thread reaches it.
final class TransferIntake {
    private let request: TransferRequest
    private(set) var headers = HeaderCollector()
    private var body = Data()
    /// Why the transfer is to end.
    private(set) var failure: TransferFailure?
    /// Whether all that is wanted is here, whatever the server would still send.
    private(set) var isEnough = false
    /// An address that was not connected to, because nobody had checked it.
    private(set) var refused: NetworkAddress?

    init(_ request: TransferRequest) {
        self.request = request
    }

    /// Whether the transfer goes on after a header line.
    func take(header line: UnsafeRawBufferPointer) -> Bool {
        let wasComplete = headers.isComplete
        failure = failure ?? headers.take(line)
        guard failure == nil else { return false }
        guard headers.isComplete, !wasComplete else { return true }
        if !(200..<300).contains(headers.status) {
            isEnough = true
        } else if !request.cutsOff, let bytes = headers.announcedLength, bytes > request.maxBytes {
            failure = .tooLarge(bytes: bytes)
        }
        return failure == nil && !isEnough
    }

    /// Whether the transfer goes on after a part of the body.
    func take(body part: UnsafeRawBufferPointer) -> Bool {
        let room = request.maxBytes - body.count
        body.append(contentsOf: UnsafeRawBufferPointer(rebasing: part.prefix(room)))
        guard part.count > room else { return true }
        if request.cutsOff { isEnough = true } else { failure = failure ?? .tooLarge(bytes: nil) }
        return false
    }

    /// What has been taken in, once the transfer is over; the body is unpacked here.
    func answer() throws(TransferFailure) -> HTTPAnswer {
        // libcurl takes headers that end with the connection for whole.
        guard headers.isComplete else { throw .brokenOff }
        let isPage = (200..<300).contains(headers.status)
        let unpacked = try ContentCoding.unpacked(
            isPage ? body : Data(), header: headers.headers["content-encoding"], limit: request.maxBytes,
            cutsOff: request.cutsOff, isCut: request.cutsOff && isEnough)
        return HTTPAnswer(status: headers.status, headers: headers.headers, body: unpacked)
    }

    /// Whether a connection to an address may be made. The last word: this is the address that is used.
    func mayConnect(to address: NetworkAddress?) -> Bool {
        if request.proxy != nil { return true }
        if let address, request.addresses.contains(address) { return true }
        refused = address
        return false
    }
}
