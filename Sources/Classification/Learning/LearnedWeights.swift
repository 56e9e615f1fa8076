/// The weights that `scripts/train` learned and wrote to `Corpus/weights`; the build embeds them.
enum LearnedWeights {
    /// As ``FactorModel`` writes and reads it, without the file's last newline; empty when there is no such file, and then
    /// only the hand-weighed cues count.
    static let text: String = {
        let file = embeddedTexts["classifier.weights"] ?? ""
        // Byte by byte: taking characters of a megabyte takes longer than reading it.
        return file.utf8.last == UInt8(ascii: "\n") ? String(Substring(file.utf8.dropLast())) : file
    }()
}
