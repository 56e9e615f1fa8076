#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What stands at a path, as the system says it: Foundation only knows that a file is there or is not.
enum FileStatus: Equatable {
    case file, folder
    /// A pipe, socket or device: reading one may block for ever or never end.
    case pipe, socket, device
    /// Why nothing can be read there, with what to do.
    case unreadable(String)

    /// What a path leads to, links followed.
    static func of(_ path: String) -> FileStatus {
        var status = stat()
        guard stat(path, &status) == 0 else { return .unreadable(reason(errno, path)) }
        return kind(status)
    }

    /// Whether the path itself is a symbolic link.
    static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// Whether the path names something this process has open already, as the shell's `<(command)` does: reading it is
    /// what was asked for, and opening it never blocks.
    static func isOpenDescriptor(_ path: String) -> Bool {
        path == "/dev/stdin" || path.hasPrefix("/dev/fd/") || path.hasPrefix("/proc/self/fd/")
    }

    /// Why a pipe, socket or device is not read, in words; `nil` for files and folders.
    var refusal: String? {
        switch self {
        case .file, .folder: nil
        case .pipe: "a pipe, not a file; give '-' and redirect it"
        case .socket: "a socket, not a file; give a file that holds the report"
        case .device: "a device, not a file; give '-' and redirect it"
        case .unreadable(let reason): reason
        }
    }

    private static func kind(_ status: stat) -> FileStatus {
        switch status.st_mode & S_IFMT {
        case S_IFDIR: .folder
        case S_IFIFO: .pipe
        case S_IFSOCK: .socket
        case S_IFCHR, S_IFBLK: .device
        default: .file
        }
    }

    private static func reason(_ code: CInt, _ path: String) -> String {
        switch code {
        case ENAMETOOLONG: return "the path is too long for this system; move it to a folder nearer the root"
        case EACCES, EPERM: return "it can't be opened; check its permissions"
        case ELOOP: return "a link that leads back to itself; mend or remove it"
        case _ where isLink(path): return "a link that leads nowhere; mend or remove it"
        // Foundation's names are Unicode: what is not comes with U+FFFD in it, and is the name of no file.
        case _ where path.unicodeScalars.contains("\u{FFFD}"):
            return "its name is not UTF-8, so it can't be opened; rename it"
        case _ where path.contains("://"): return "not an address we fetch; give http or https"
        default: return "no such file or folder; check the path"
        }
    }
}
