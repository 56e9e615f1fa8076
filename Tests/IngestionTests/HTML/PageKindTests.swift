import Foundation
import TestSupport
import Testing

@testable import Ingestion

/// A page of our own in the markup of a well-known kind of site; the comment at its head says which passages must and
/// must not survive.
private struct PageCase: CustomTestStringConvertible, Sendable {
    var name: String
    var html: String
    var keeps: [String] = []
    var drops: [String] = []
    var testDescription: String { name }

    static let all: [PageCase] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Pages")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
        return names.sorted().filter { $0.hasSuffix(".html") }.compactMap { name in
            guard let html = try? String(contentsOf: folder.appending(path: name), encoding: .utf8) else { return nil }
            var page = PageCase(name: name, html: html)
            for line in html.split(separator: "\n").prefix(while: { $0 != "-->" }) {
                if line.hasPrefix("KEEP ") { page.keeps.append(String(line.dropFirst(5))) }
                if line.hasPrefix("DROP ") { page.drops.append(String(line.dropFirst(5))) }
            }
            return page
        }
    }()
}

@Test("There are pages of many kinds to read")
func pageCasesExist() {
    #expect(PageCase.all.count >= 19)
    #expect(PageCase.all.allSatisfy { !$0.keeps.isEmpty })
}

@Test("The content of a page is kept whatever kind it is, and what is around it is not", arguments: PageCase.all)
private func pageKind(page: PageCase) throws {
    let report = try HTMLReader().read(Data(page.html.utf8), source: page.name)
    let words = report.text + "\n" + (report.title ?? "")
    for passage in page.keeps { #expect(words.contains(passage), "missing: \(passage)\n\(report.text)") }
    for passage in page.drops { #expect(!report.text.contains(passage), "left in: \(passage)\n\(report.text)") }
    #expect(AllowList.violations(in: report.html) == [])
}

private let sentence =
    "At 14:02 UTC the primary database ran out of disk space, and writes began to fail for about one in five customers. "

private func text(_ body: String) throws -> String {
    try HTMLReader().read(Data("<title>T</title><body><article>\(body)</article>".utf8), source: "p.html").text
}

@Test(
    "Lines between paragraphs that lead elsewhere are left out",
    arguments: [
        "<p><strong><a href=x>ANOTHER STORY ABOUT SOMETHING ELSE ENTIRELY</a></strong></p>",
        "<p>Related: <a href=x>The ten worst outages of all time</a></p>",
        "<p>Read more: <a href=x>Why queues grow</a></p>",
        "<p>Lesen Sie auch: <a href=x>Warum Warteschlangen wachsen</a></p>",
        "<p>Читайте также: <a href=x>Почему растут очереди</a></p>", "<p>関連記事：<a href=x>待ち行列が伸びる理由</a></p>",
        "<p>Advertisement</p>", "<div>Anzeige</div>", "<p><em>Subscribe to our weekly letter.</em></p>",
        "<div class=tooltip>A disk is where data are kept.</div>", "<span class=sr-only>Opens in a new window</span>",
    ])
func clutterLines(line: String) throws {
    let words = sentence.trimmingCharacters(in: .whitespaces)
    #expect(
        try text("<p>\(sentence)</p>\(line)<p>\(sentence)</p><p>\(sentence)</p>") == "\(words)\n\n\(words)\n\n\(words)")
}

@Test(
    "Lines between paragraphs that belong to the text stay",
    arguments: [
        "<p>Source of the load: a backup</p>",
        "<p><a href=x>https://example.com/graph/errors-by-minute-in-march</a></p>",
        "<p>Started: 2024-03-05 14:02 UTC</p>", "<h2>Also affected</h2>",
        "<h3><a href=x>The disk of the primary database</a></h3>",
        "<ul><li><a href=x>The change that filled the disk, reviewed by two</a></li></ul>", "<p>14:02 UTC</p>",
        "<p>More than a third of the writes failed.</p>", "<p>Next, we grew the volume.</p>", "<pre>ERROR</pre>",
        "<p>Updated 2024-03-06: the numbers were too low.</p>",
    ])
func contentLines(line: String) throws {
    let found = try text("<p>\(sentence)</p>\(line)<p>\(sentence)</p><p>\(sentence)</p>")
    let plain = line.replacing(/<[^>]*>/, with: "")
    #expect(found.contains(plain), "\(found)")
}

@Test(
    "Images speak where they explain, not where they decorate",
    arguments: [
        ("<img src=errors.png alt='Error rate by minute on 5 March'>", true),
        ("<img src=a.jpg alt='Screenshot of the alert in the channel'>", true),
        ("<img src=photo.jpg alt='A person sitting on a bed at home'>", false),
        ("<img src=a.png alt='logo.png'>", false),
        ("<figure><img src=a.jpg><figcaption>Photo: somebody of an agency</figcaption></figure>", false),
        ("<figure><img src=a.svg><figcaption>Photo: somebody of an agency</figcaption></figure>", true),
        ("<figure><pre>a = 1</pre><figcaption>The setting in question</figcaption></figure>", true),
    ])
func imageWords(markup: String, stays: Bool) throws {
    let found = try text("<p>\(sentence)</p>\(markup)<p>\(sentence)</p>")
    let paragraphs = found.components(separatedBy: "\n\n").filter { !$0.hasPrefix("At 14:02") && $0 != "a = 1" }
    #expect(!paragraphs.isEmpty == stays, "\(found)")
}

@Test(
    "A class name hides only where the whole name says so",
    arguments: [
        ("overflow-hidden", true), ("hidden-print", true), ("hide-on-mobile", true), ("hidden md:block", true),
        ("d-none d-lg-flex", true), ("hidden", false), ("visually-hidden", false), ("sr-only", false),
        ("screenReaderText", false), ("isHidden", false),
    ])
func hiddenNames(name: String, isShown: Bool) throws {
    let found = try text(
        "<p>\(sentence)</p><p>\(sentence)</p><div class='\(name)'><p>The backup filled the disk in a night.</p></div>")
    #expect(found.contains("The backup filled") == isShown)
}
