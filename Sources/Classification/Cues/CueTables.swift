/// The rules as data.
///
/// A table is read line by line. `[section]` opens a kind of factor or of scope; `-- reason` says why the lines below it
/// count; `// …` is a comment. A cue line is a weight (0…1), flags (see ``CueFlags``), a space and a pattern.
///
/// In a pattern `a|b` is either word, `a*` any word that begins so, `<c>` any word of a class, `a?` a word that may be
/// left out, `^` in front the start of a sentence or clause, `..` up to three words of any sort and `...` up to seven. Hyphens separate words: "fail-over" is two.
package enum CueTables {
    package static let all = [classes, scopes, people, automation, ai, change, load, surroundings, defences]
    /// General frames of many members, worth what training finds them worth.
    ///
    /// Their weights began as estimates and were moved once towards how often reports and passages that may be read
    /// (`study`, and half of each set of reports) bear them out, two observations counting as much as the estimate.
    package static let frames = [
        frameClasses, peopleFrames, aiFrames, changeFrames, surroundingsFrames, defenceFrames,
        accounts, changeAccounts, defenceAccounts,
    ]
}
