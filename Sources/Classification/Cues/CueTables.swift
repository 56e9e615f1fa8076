/// The rules as data.
///
/// A table is read line by line. `[section]` opens a kind of factor or of scope; `-- reason` says why the lines below it
/// count; `// …` is a comment. A cue line is a weight (0…1), flags (see ``CueFlags``), a space and a pattern.
///
/// In a pattern `a|b` is either word, `a*` any word that begins so, `<c>` any word of a class, `a?` a word that may be
/// left out, `..` up to three words of any sort and `...` up to seven. Hyphens separate words: "fail-over" is two.
enum CueTables {
    static let all = [classes, scopes, people, automation, ai, change, load, surroundings, defences]
}
