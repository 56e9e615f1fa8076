import Foundation

extension Error {
    /// The reason of a file error in plain words, such as `no space left on the disk`.
    var reasonInWords: String {
        if let error = self as? CocoaError, let words = Self.words(for: error.code) { return words }
        let error = self as NSError
        if let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError, underlying.domain == NSPOSIXErrorDomain {
            return String(cString: strerror(Int32(underlying.code)))
        }
        return error.domain == NSPOSIXErrorDomain
            ? String(cString: strerror(Int32(error.code))) : error.localizedDescription
    }

    private static func words(for code: CocoaError.Code) -> String? {
        switch code {
        case .fileWriteOutOfSpace: "the disk is full; free some space"
        case .fileWriteNoPermission, .fileReadNoPermission: "no permission; check who owns the file and its folder"
        case .fileWriteVolumeReadOnly: "the disk is read-only; choose another place"
        case .fileNoSuchFile, .fileReadNoSuchFile: "its folder does not exist; make it first"
        case .fileWriteFileExists: "a file of that name is in the way; choose another place"
        case .fileReadInapplicableStringEncoding, .fileReadCorruptFile: "it is no UTF-8 text; save it as UTF-8"
        case .fileReadUnknown: "it can't be read; check that it is a file"
        case .fileWriteUnknown: "a part of the path is a file, or nothing can be made there; choose another place"
        default: nil
        }
    }
}
