import Foundation
import Reports
import TestSupport
import Testing

@testable import Ingestion

private func reading(_ feed: String, source: String = "f.xml") throws -> FeedReader.Reading {
    try FeedReader().reading(Data(feed.utf8), source: source)
}

private func escaped(_ html: String) -> String { html.replacing("&", with: "&amp;").replacing("<", with: "&lt;") }

// MARK: An item for each update, told apart by the moment in its id

private func serviceFeed(_ items: [(title: String, date: String, id: String, text: String)]) -> String {
    let items = items.map { item in
        """
        <item><title><![CDATA[\(item.title)]]></title><link>https://status.cloud.test/</link><pubDate>\(item.date)</pubDate>
        <guid isPermaLink="false">https://status.cloud.test/#\(item.id)</guid><description><![CDATA[\(item.text)]]></description></item>
        """
    }
    return """
        <?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title><![CDATA[Cloud Service Status]]></title>
        <link>https://status.cloud.test/</link><language>en-us</language>\(items.joined())</channel></rss>
        """
}

private let queueUpdates = [
    (
        "Service is operating normally: [RESOLVED] Increased error rates", "Mon, 25 Jan 2021 13:40:00 PST",
        "queue-us-east-1_1611610800",
        "Between 10:10 AM and 12:55 PM PST we saw increased error rates. The issue has been resolved."
    ),
    (
        "Service disruption: Increased error rates", "Mon, 25 Jan 2021 12:10:00 PST", "queue-us-east-1_1611605400",
        "We have identified the cause and are working on recovery."
    ),
    (
        "Informational message: Increased error rates", "Mon, 25 Jan 2021 10:40:00 PST", "queue-us-east-1_1611600000",
        "We are investigating increased error rates."
    ),
    (
        "Service is operating normally: [RESOLVED] Network connectivity", "Sat, 2 Jan 2021 03:00:00 PST",
        "queue-us-east-1_1609585200", "The issue has been resolved and the service is operating normally."
    ),
]

@Test("Items that are updates of one event become one report, another event of the same service another")
func seriesFolds() throws {
    let found = try reading(serviceFeed(queueUpdates))
    #expect(found.reports.map(\.title) == ["Increased error rates", "Network connectivity"])
    #expect(
        found.identities == [
            "https://status.cloud.test/#queue-us-east-1_1611600000",
            "https://status.cloud.test/#queue-us-east-1_1609585200",
        ])
    let report = try #require(found.reports.first)
    #expect(report.kind == .statusEntry && report.organisation == "Cloud")
    #expect(report.timeline.map(\.phase) == [nil, nil, "resolved"])
    #expect(
        report.timeline.map { $0.at?.utc.description } == [
            "2021-01-25T18:40:00Z", "2021-01-25T20:10:00Z", "2021-01-25T21:40:00Z",
        ])
    #expect(report.severity == "service disruption")
    #expect(report.published?.utc.description == "2021-01-25T18:40:00Z")
    #expect(report.updated?.utc.description == "2021-01-25T21:40:00Z")
    #expect(report.stamps[.declared]?.at.utc.description == "2021-01-25T18:40:00Z")
    #expect(report.stamps[.impactStart]?.at.utc.description == "2021-01-25T18:10:00Z")
    #expect(report.stamps[.mitigated]?.at.utc.description == "2021-01-25T20:55:00Z")
    #expect(report.stamps[.resolved]?.at.utc.description == "2021-01-25T21:40:00Z")
    #expect(report.stamps[.impactStart]?.from == "text: \"Between 10:10 AM and 12:55 PM PST\"")
}

@Test("An event keeps its identity while its updates come in, whatever their order in the feed")
func seriesGrows() throws {
    let all = try reading(serviceFeed(queueUpdates)).identities[0]
    for count in 1...3 {
        let early = Array(queueUpdates[(3 - count)..<3])
        let found = try reading(serviceFeed(early))
        #expect(found.identities == [all] && found.reports[0].timeline.count == count)
        let turned = try reading(serviceFeed(early.reversed()))
        #expect(turned.identities == [all])
        #expect(turned.reports[0].timeline == found.reports[0].timeline)
    }
}

@Test("Updates under one and the same id are one event")
func sameIDFolds() throws {
    let items = queueUpdates[..<3].map { ($0.0, $0.1, "queue-us-east-1_1611600000", $0.3) }
    let found = try reading(serviceFeed(Array(items)))
    #expect(found.reports.count == 1 && found.reports[0].timeline.count == 3)
}

// MARK: An entry for each update, on one page

private func healthFeed(_ entries: [(title: String, update: String, at: String, text: String)]) -> String {
    let entries = entries.map { entry in
        """
        <entry><title>\(entry.title)</title><link href="https://status.health.test/incidents/B1hD4KAt" rel="alternate" type="text/html"></link>
        <id>tag:status.health.test,2022:feed:B1hD4KAt.\(entry.update)</id><updated>\(entry.at)</updated>
        <summary type="html">\(escaped(entry.text))</summary></entry>
        """
    }
    return """
        <?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Health Cloud Service Health Updates</title>
        <link href="https://status.health.test/" rel="alternate"></link><id>https://status.health.test/</id>
        <author><name>Health Cloud</name></author>\(entries.joined())</feed>
        """
}

private let over = """
    <p> Incident began at <strong>2022-03-31 08:30</strong> and ended at <strong>2022-03-31 15:54</strong> <span>(all times are
    <strong>US/Pacific</strong>).</span></p><div><p>Metrics are complete again.</p></div><hr><p>Affected products: Monitoring, Queues</p>
    """

@Test("Entries that share an incident's page become one report, with the start and end the page states")
func pageFolds() throws {
    let found = try reading(
        healthFeed([
            ("RESOLVED: Metrics may be unavailable", "T3", "2022-03-31T23:13:25+00:00", over),
            ("UPDATE: Metrics may be unavailable", "T2", "2022-03-31T18:00:00+00:00", "<p>We work on a fix.</p>"),
            (
                "Metrics may be unavailable", "T1", "2022-03-31T16:40:00+00:00",
                "<p>We are looking into missing metrics.</p>"
            ),
        ]))
    let report = try #require(found.reports.first)
    #expect(found.reports.count == 1 && found.identities == ["https://status.health.test/incidents/B1hD4KAt"])
    #expect(report.title == "Metrics may be unavailable" && report.organisation == "Health Cloud")
    #expect(report.timeline.map(\.phase) == [nil, "update", "resolved"])
    #expect(report.stamps[.impactStart]?.at.description == "2022-03-31T08:30:00-07:00")
    #expect(report.stamps[.mitigated]?.at.description == "2022-03-31T15:54:00-07:00")
    #expect(report.stamps[.resolved]?.at.description == "2022-03-31T23:13:25Z")
    #expect(report.services == ["Monitoring", "Queues"])
}

@Test("A list of incidents in JSON gives one report each")
func incidentList() throws {
    let json = """
        [{"id":"ow5i3","number":"17","begin":"2024-03-05T14:00:00+00:00","end":"2024-03-05T15:10:00+00:00",
        "created":"2024-03-05T14:20:00+00:00","modified":"2024-03-06T10:00:00+00:00","external_desc":"Queries fail in one region",
        "updates":[{"created":"2024-03-05T15:20:00+00:00","when":"2024-03-05T15:15:00+00:00","text":"**Summary:** Over.\\n\\nAll well.","status":"AVAILABLE"},
        {"created":"2024-03-05T14:20:00+00:00","when":"2024-03-05T14:20:00+00:00","text":"We look into failing queries.","status":"SERVICE_DISRUPTION"}],
        "status_impact":"SERVICE_DISRUPTION","severity":"medium","service_name":"Multiple Products",
        "affected_products":[{"title":"Query","id":"a"},{"title":"Store","id":"b"}],"uri":"incidents/ow5i3"},
        {"id":"x2","begin":"2024-03-07T14:00:00Z","created":"2024-03-07T14:20:00Z","external_desc":"Slow","updates":[]}]
        """
    let document = SourceDocument(
        source: "https://status.cloud.test/incidents.json", bytes: Data(json.utf8), contentType: "application/json")
    let outcome = SourceReader().reports(in: document)
    #expect(outcome.failures.isEmpty)
    #expect(
        outcome.reports.map(\.identity) == [
            "entry:https://status.cloud.test/incidents/ow5i3", "entry:https://status.cloud.test/incidents.json#x2",
        ])
    let report = try #require(outcome.reports.first?.report)
    #expect(report.kind == .statusEntry && report.title == "Queries fail in one region" && report.severity == "medium")
    #expect(report.timeline.map(\.phase) == ["service disruption", "resolved"])
    #expect(report.services == ["Query", "Store"])
    #expect(report.stamps[.impactStart]?.at.description == "2024-03-05T14:00:00Z")
    #expect(report.stamps[.declared]?.at.description == "2024-03-05T14:20:00Z")
    #expect(report.stamps[.resolved]?.at.description == "2024-03-05T15:10:00Z")
    #expect(report.text.contains("Summary: Over.") && !report.text.contains("**"))
}

// MARK: One item for each incident, in sections

@Test("Sections of a history give the summary, and the impact its start and end; categories are the services")
func sections() throws {
    let found = try reading(
        """
        <rss version="2.0"><channel><title>Azul Status</title><link>https://azul.status.test/status/</link>
        <item><guid isPermaLink="false">V3-X</guid><title>Directory - Errors at sign-in</title><pubDate>Fri, 15 Jan 2021 02:00:00 Z</pubDate>
        <category>Directory</category><category>West Europe</category><description>\(escaped("""
            <p><strong>Summary of Impact:</strong> Between approximately 22:40 UTC on 14 Jan 2021 and 00:20 UTC on 15 Jan 2021, customers may have seen errors.</p>
            <p><strong>Preliminary Root Cause:</strong> A deployment went out too widely.</p>
            <p><strong>Mitigation:</strong> We rolled it back.</p><p><strong>Next Steps:</strong> We review our gates.</p>
            """))</description></item></channel></rss>
        """)
    let report = try #require(found.reports.first)
    #expect(report.kind == .statusEntry && report.services == ["Directory", "West Europe"])
    #expect(report.summary.hasPrefix("Between approximately 22:40 UTC"))
    #expect(report.stamps[.impactStart]?.at.utc.description == "2021-01-14T22:40:00Z")
    #expect(report.stamps[.impactStart]?.estimated == true)
    #expect(report.stamps[.resolved]?.at.utc.description == "2021-01-15T00:20:00Z")
    #expect(report.timeline.count == 1 && report.text.contains("Next Steps: We review our gates."))
}

// MARK: Histories

private func history(_ content: String, published: String, updated: String? = nil) throws -> Report {
    let feed = """
        <feed xmlns="http://www.w3.org/2005/Atom"><id>tag:status.acme.test,2005:/history</id>
        <title>Acme Status - Incident History</title><entry><id>tag:status.acme.test,2005:Incident/7</id>
        <published>\(published)</published><updated>\(updated ?? published)</updated>
        <link rel="alternate" href="https://status.acme.test/incidents/7"/>
        <title>Slow writes</title><content type="html">\(escaped(content))</content></entry></feed>
        """
    return try #require(try reading(feed).reports.first)
}

@Test("Planned work is no incident: it is named maintenance and has no stamps")
func maintenance() throws {
    let planned = try history(
        """
        <p><strong>THIS IS A SCHEDULED EVENT Apr <var data-var='date'> 7</var>, <var data-var='time'>13:00</var> - <var data-var='time'>15:00</var> UTC</strong></p>
        <p><small>Mar <var data-var='date'>30</var>, <var data-var='time'>09:00</var> UTC</small><br><strong>Scheduled</strong> - Between 13:00 and 15:00 UTC we move disks.</p>
        """, published: "2024-03-30T09:00:00Z")
    #expect(planned.severity == "maintenance" && planned.stamps.isEmpty)
    #expect(planned.warnings == ["planned maintenance, not an incident: no stamps follow from its updates"])
    #expect(planned.timeline.map(\.phase) == ["scheduled"])
    #expect(planned.text.hasPrefix("THIS IS A SCHEDULED EVENT Apr 7, 13:00 - 15:00 UTC\n\nScheduled - "))
    let done = try history(
        """
        <p><small>Apr 7, 15:00 UTC</small><br><strong>Completed</strong> - Done.</p>
        <p><small>Apr 7, 13:00 UTC</small><br><strong>In progress</strong> - We have begun.</p>
        """, published: "2024-04-07T15:00:00Z")
    #expect(
        done.severity == "maintenance" && done.stamps.isEmpty
            && done.timeline.map(\.phase) == ["in progress", "completed"])
}

@Test(
    "Times of updates are read against the entry's date",
    arguments: [
        ("Jan 1, 00:10 UTC", "Dec 31, 23:50 UTC", "2025-01-01T00:10:00Z", "2024-12-31T23:50:00Z"),
        ("Feb 29, 01:00 UTC", "Feb 28, 23:00 UTC", "2024-02-29T01:00:00Z", "2024-02-28T23:00:00Z"),
        (
            "Mar <var>26</var>, <var>03:35</var> PDT", "Mar 25, 20:00 PDT", "2024-03-26T10:35:00Z",
            "2024-03-26T03:00:00Z"
        ),
        ("Mar 26, 03:35:10 GMT+2", "Mar 26, 01:00 GMT+2", "2024-03-26T01:35:10Z", "2024-03-25T23:00:00Z"),
        ("Mar 26, 2024 - 03:35 UTC", "Mar 26, 2024 - 01:00 UTC", "2024-03-26T03:35:00Z", "2024-03-26T01:00:00Z"),
        ("Mar 26, 3:35 PM EST", "Mar 26, 11:05 AM EST", "2024-03-26T20:35:00Z", "2024-03-26T16:05:00Z"),
        ("26 March 2024 03:35 UTC", "26 March 2024 01:00 UTC", "2024-03-26T03:35:00Z", "2024-03-26T01:00:00Z"),
        ("2024-03-26 03:35 UTC", "2024-03-26 01:00 UTC", "2024-03-26T03:35:00Z", "2024-03-26T01:00:00Z"),
        ("26. März, 03:35 UTC", "26. März, 01:00 UTC", "2024-03-26T03:35:00Z", "2024-03-26T01:00:00Z"),
    ])
func times(last: String, first: String, end: String, start: String) throws {
    let report = try history(
        "<p><small>\(last)</small><br><strong>Resolved</strong> - All well.</p><p><small>\(first)</small><br><strong>Investigating</strong> - Writes fail.</p>",
        published: end)
    #expect(report.timeline.map { $0.at?.utc.description } == [start, end])
    #expect(report.timeline.map(\.phase) == ["investigating", "resolved"])
    #expect(report.stamps[.declared]?.at.utc.description == start)
}

@Test(
    "Updates are found in the other dresses of status pages",
    arguments: [
        "<p><b>Resolved</b><br>Jan 5, 10:00 UTC<br>All well.</p><p><b>Investigating</b><br>Jan 5, 09:00 UTC<br>Writes fail.</p>",
        "<p>[Resolved] Jan 5, 10:00 UTC - All well.</p><p>[Investigating] Jan 5, 09:00 UTC - Writes fail.</p>",
        "<p>Jan 5, 10:00 UTC - Resolved: All well.</p><p>Jan 5, 09:00 UTC - Investigating: Writes fail.</p>",
        "<p>Jan 5, 09:00 UTC<br>Investigating – Writes fail.</p><p>Jan 5, 10:00 UTC<br>Resolved – All well.</p>",
        "<div><small>Jan 5, 10:00 UTC</small></div><div><strong>Resolved</strong> — All well.</div><div><small>Jan 5, 09:00 UTC</small></div><div><strong>Investigating</strong> — Writes fail.</div>",
    ])
func dresses(content: String) throws {
    let report = try history(content, published: "2024-01-05T10:00:00Z")
    #expect(report.timeline.map { $0.at?.utc.description } == ["2024-01-05T09:00:00Z", "2024-01-05T10:00:00Z"])
    #expect(report.timeline.map(\.phase) == ["investigating", "resolved"])
    #expect(report.timeline.map(\.text) == ["Writes fail.", "All well."])
}

@Test(
    "Start and end of impact are taken from prose that states them, on the day the updates leave no doubt about",
    arguments: [
        ("On March 5, 2024, between 14:02 and 15:10 UTC, writes failed.", "14:02", "15:10"),
        ("Between 14:02 UTC and 15:10 UTC writes failed.", "14:02", "15:10"),
        ("From 6:02 to 7:10 AM PST, writes failed.", "14:02", "15:10"),
        ("Writes failed from 14:02 UTC until 15:10 UTC on 5 March.", "14:02", "15:10"),
        ("On February 5, 2023, between 14:02 and 15:10 UTC, writes failed.", nil, nil),
        ("We will post updates between 14:02 and 15:10 UTC.", nil, nil),
        ("Between 10 and 20 % of writes failed.", nil, nil),
        ("Starting at 14:02 UTC, writes failed.", "14:02", nil),
        ("The cause is known.", nil, nil),
    ] as [(String, String?, String?)])
func prose(text: String, start: String?, end: String?) throws {
    let report = try history(
        """
        <p><small>Mar 5, 15:40 UTC</small><br><strong>Resolved</strong> - \(text)</p>
        <p><small>Mar 5, 14:20 UTC</small><br><strong>Investigating</strong> - Writes fail.</p>
        """, published: "2024-03-05T15:40:00Z", updated: "2024-03-09T10:00:00Z")
    #expect(report.stamps[.impactStart]?.at.utc.description == start.map { "2024-03-05T\($0):00Z" })
    #expect(report.stamps[.mitigated]?.at.utc.description == end.map { "2024-03-05T\($0):00Z" })
    #expect(report.stamps[.resolved]?.at.description == "2024-03-05T15:40:00Z")
    #expect(report.stamps[.detected] == nil && report.stamps[.engaged] == nil)
}

@Test("A start before midnight stands with an end that names its day")
func proseOverMidnight() throws {
    let report = try history(
        """
        <p><small>Mar 6, 01:00 UTC</small><br><strong>Resolved</strong> - Between 15:05 UTC and 00:14 UTC on March 6, writes failed.</p>
        <p><small>Mar 5, 15:20 UTC</small><br><strong>Investigating</strong> - Writes fail.</p>
        """, published: "2024-03-06T01:00:00Z")
    #expect(report.stamps[.impactStart]?.at.description == "2024-03-05T15:05:00Z")
    #expect(report.stamps[.mitigated]?.at.description == "2024-03-06T00:14:00Z")
}

@Test("Monitoring counts as mitigated, as an estimate, only where it says that something was done")
func monitoring() throws {
    func report(_ words: String) throws -> Report {
        try history(
            """
            <p><small>Mar 5, 15:40 UTC</small><br><strong>Monitoring</strong> - \(words)</p>
            <p><small>Mar 5, 14:20 UTC</small><br><strong>Identified</strong> - The cause is known.</p>
            """, published: "2024-03-05T14:20:00Z", updated: "2024-03-05T15:40:00Z")
    }
    let fixed = try report("A fix has been implemented.").stamps[.mitigated]
    #expect(fixed == Stamp(at: Timestamp("2024-03-05T15:40Z")!, estimated: true, from: "Monitoring update"))
    #expect(try report("We are looking at reports.").stamps[.mitigated] == nil)
}
