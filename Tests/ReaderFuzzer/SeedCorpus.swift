import Compression
import Foundation
import TestSupport

/// What mutations begin from: the corpus of the checkout, the shared data when there, and small inputs of each shape.
enum SeedCorpus {
    static func seeds(for target: FuzzTarget) -> [[UInt8]] {
        let own = built[target, default: []].map { Array($0.utf8) }
        let files = folders(for: target).flatMap { folder, endings in
            paths(in: folder).filter { path in endings.contains { path.path().hasSuffix($0) } }.compactMap(bytes)
        }
        return (own + files).filter { !$0.isEmpty && $0.count <= Mutator.longest }.prefix(400).map { seed in
            // The first byte of these says under which name the rest is read.
            target == .timeline || target == .markdown ? [UInt8(seed.count % 8)] + seed : seed
        }
    }

    private static func folders(for target: FuzzTarget) -> [(URL, [String])] {
        func shared(_ path: String) -> URL? { Checkout.shared("data/" + path) }
        let corpus = Checkout.corpus
        let all: [(URL?, [String])] =
            switch target {
            case .html: [(shared("extraction/html"), [".html.gz"]), (shared("dates/html"), [".html", ".html.gz"])]
            case .feed: [(corpus, [".atom", ".xml"]), (shared("feeds/gofeed"), [".xml", ".json"])]
            case .timeline:
                [
                    (corpus.appending(path: "examples/timelines"), [".json", ".jsonl", ".csv", ".tsv", ".log", ".txt"])
                ]
            case .markdown: [(corpus, [".md"])]
            }
        return all.compactMap { folder, endings in folder.map { ($0, endings) } }
    }

    private static func paths(in folder: URL) -> [URL] {
        let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? []
        return all.compactMap { $0 as? URL }.sorted { $0.path() < $1.path() }
    }

    private static func bytes(_ file: URL) -> [UInt8]? {
        guard let data = try? Data(contentsOf: file) else { return nil }
        return Array(Compression.isGzip(data) ? (try? Compression.inflate(data, limit: 1_000_000)) ?? Data() : data)
    }

    private static let built: [FuzzTarget: [String]] = [
        .html: [
            """
            <!DOCTYPE html><html lang=en><head><title>Outage | Acme</title><meta property="og:site_name" content="Acme">
            <script type="application/ld+json">{"@type":"Article","headline":"Outage","datePublished":"2024-03-05"}</script>
            </head><body><nav><ul><li><a href=/>Home</a></ul></nav><article class="post-content"><h1>Outage</h1>
            <p>At 14:02 UTC the <b>primary</b> database ran out of disk space, and writes <i>failed</i> for customers.</p>
            <h2>Timeline</h2><table><tr><th>Time<th>Event<tr><td>14:02<td>Alert <a href="https://acme.test/a">fired</a>
            <tr><td>14:20<td>Resolved</table><ul><li>One<ul><li>Two</ul><li>Three</ul><dl><dt>Impact<dd>Writes failed</dl>
            <pre>ERROR
              disk full</pre><blockquote><p>Quoted</p></blockquote><figure><img alt="Graph of all errors">
            <figcaption>Errors</figure><details><summary>More</summary>Words<hr>More</details></article></body></html>
            """
        ],
        .feed: [
            """
            <?xml version="1.0"?><!DOCTYPE feed [<!ENTITY co "Acme">]><feed xmlns="http://www.w3.org/2005/Atom">
            <title>&co; Status - Incident History</title><entry><id>tag:acme.test,2005:Incident/1</id><title>Slow</title>
            <published>2024-03-05T14:02:00Z</published><updated>2024-03-05T15:02:00Z</updated><link href="/1"/>
            <content type="html">&lt;p&gt;&lt;small&gt;Mar &lt;var&gt;5&lt;/var&gt;, 14:02 UTC&lt;/small&gt;&lt;br&gt;
            &lt;strong&gt;Resolved&lt;/strong&gt; - all well.&lt;/p&gt;</content></entry></feed>
            """,
            """
            <rss version="2.0"><channel><title>Acme</title><item><title>Slow</title><guid>1</guid><author>a@b (A)</author>
            <pubDate>Tue, 05 Mar 2024 14:02:00 +0100</pubDate><description><![CDATA[<p>Slow <b>pages</b>]]></description>
            </item></channel></rss>
            """,
            #"{"version":"https://jsonfeed.org/version/1","title":"A","items":[{"id":"1","content_html":"<p>x"}]}"#,
        ],
        .timeline: [
            "All times are UTC.\n2024-03-05 14:02 Alert fired\n14:10 Ada paged\n14:20 PDT Rolled back\n00:10 All well\n",
            "time,event,who\n2024-03-05T14:02:00Z,Alert fired,bot\n2024-03-05T14:09:00+01:00,\"Paged, twice\",ada\n",
            #"[{"type":"message","user":"U1","ts":"1709647330.000100","text":"it is <@U2> &amp; down"}]"#,
            #"{"time":"2024-03-05T14:02:00Z","text":"Alert"}"# + "\n" + #"{"time":"14:10","text":"Paged"}"#,
            #"{"incidents":[{"id":"a","name":"Slow","incident_updates":[{"body":"x","created_at":"2024-03-05T14:02Z"}]}]}"#,
        ],
        .markdown: [
            "---\ntitle: Disk full\ndate: 2024-03-05\nservices: [db]\n---\n# Disk full\n\n## Timeline\n\n- 14:02 Alert\n"
                + "- 14:20 – resolved\n\n## Action items\n\n| What | Owner | Due |\n|---|---|---|\n| Alert | sre | May |\n",
            "+++\ntitle = \"A\"\n+++\n\nIt lasted 47 minutes, between 14:02 and 14:49 UTC on March 5, 2024.\n\n<b>x</b>\n",
        ],
    ]
}
