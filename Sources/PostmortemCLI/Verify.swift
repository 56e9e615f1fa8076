import ArgumentParser
import Foundation
import Postmortems

struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check the database, the index and every stored quote.",
        discussion: "Exits 1 when damage is found; each place is named with its remedy.")

    @OptionGroup var base: BaseOption
    @OptionGroup var format: FormatOption
    @OptionGroup var display: DisplayOptions

    func run() throws {
        let verification = try base.knowledgeBase(.readOnly).verify()
        switch format.format {
        case .json: print(verification.json.text)
        case .text:
            for damage in verification.damages { print("\(display.style.bad("damaged")): \(damage)") }
            if verification.damages.isEmpty { print(verification.sentence) }
        }
        if !verification.damages.isEmpty { throw ExitCode.no }
    }
}
