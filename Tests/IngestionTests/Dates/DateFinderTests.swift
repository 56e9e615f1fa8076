import Testing

@testable import Ingestion

@Test(
    "Days are found as the web's languages write them",
    arguments: [
        ("Posted on August 24, 2020 by Ada", "2020-08-24"), ("24 August 2020", "2020-08-24"),
        ("24th of Aug. 2020", "2020-08-24"),
        ("Monday, Aug 24 2020 - 10:30", "2020-08-24"), ("Mon Aug 24 10:30:00 CEST 2020", "2020-08-24"),
        ("24-Aug-2020", "2020-08-24"), ("24 Aug '20", "2020-08-24"), ("2020 Aug 24", "2020-08-24"),
        ("Montag, 24. August 2020, 9:15 Uhr", "2020-08-24"), ("3. März 2019", "2019-03-03"),
        ("24.08.2020", "2020-08-24"),
        ("24. 8. 2020", "2020-08-24"), ("24.08.20", "2020-08-24"), ("le 1er août 2020 à 10h30", "2020-08-01"),
        ("24 fevrier 2020", "2020-02-24"), ("24 de agosto de 2020", "2020-08-24"), ("agosto 24, 2020", "2020-08-24"),
        ("24 DE MARÇO DE 2020", "2020-03-24"), ("24 ago 2020", "2020-08-24"), ("24 agosto 2020", "2020-08-24"),
        ("24 augustus 2020", "2020-08-24"), ("24 sierpnia 2020", "2020-08-24"), ("24. srpna 2020", "2020-08-24"),
        ("24. augusti 2020", "2020-08-24"), ("24. elokuuta 2020", "2020-08-24"), ("2020. augusztus 24.", "2020-08-24"),
        ("24 august 2020", "2020-08-24"), ("24 Ağustos 2020 Pazartesi", "2020-08-24"),
        ("24 HAZİRAN 2020", "2020-06-24"),
        ("24 августа 2020 г.", "2020-08-24"), ("24 серпня 2020", "2020-08-24"), ("24 жніўня 2020", "2020-08-24"),
        ("24 Αυγούστου 2020", "2020-08-24"), ("24 август 2020", "2020-08-24"), ("24. kolovoza 2020.", "2020-08-24"),
        ("2020 m. rugpjūčio 24 d.", "2020-08-24"), ("2020. gada 24. augusts", "2020-08-24"),
        ("24. ágúst 2020", "2020-08-24"),
        ("24 gusht 2020", "2020-08-24"), ("24 d’agost del 2020", "2020-08-24"), ("24 Agustus 2020", "2020-08-24"),
        ("Thứ hai, 24 tháng 8, 2020", "2020-08-24"), ("ngày 24 tháng 8 năm 2020", "2020-08-24"),
        ("24 สิงหาคม 2563", "2020-08-24"), ("24 ส.ค. 2563", "2020-08-24"), ("24 أغسطس 2020", "2020-08-24"),
        ("24 كانون الثاني 2020", "2020-01-24"), ("٢٤ أغسطس ٢٠٢٠", "2020-08-24"), ("24 באוגוסט 2020", "2020-08-24"),
        ("2 تير 1399", "2020-06-22"), ("۳ شهریور ۱۳۹۹", "2020-08-24"), ("24 अगस्त 2020", "2020-08-24"),
        ("১৬ ফেব্রুয়ারি ২০২০", "2020-02-16"), ("24 օգոստոսի 2020", "2020-08-24"), ("24 აგვისტო 2020", "2020-08-24"),
        ("2020年8月24日", "2020-08-24"), ("2020年08月24号 10:30", "2020-08-24"), ("2020년 8월 24일", "2020-08-24"),
        ("2020. 8. 24. 오전", "2020-08-24"), ("2020/08/24(月)", "2020-08-24"), ("２０２０年８月２４日", "2020-08-24"),
        ("2020.08.24", "2020-08-24"), ("8/24/2020", "2020-08-24"), ("24/08/2020", "2020-08-24"),
        ("2020-08-24|00h23", "2020-08-24"),
    ] as [(String, String)])
func dayIsFound(text: String, expected: String) {
    #expect(DateFinder().dates(in: text).first?.timestamp()?.description == expected)
}

@Test(
    "What is no whole day is none",
    arguments: [
        "", "2020", "August 2020", "24 August", "12:30", "version 1.2.3.2020", "10.24.08.2020.1", "31 February 2020",
        "30/30/2020",
        "call 2020-55-1234", "0000-00-00", "24 Aug 1789", "1/2", "ISBN 978-3-16-148410-0", "20200824",
        "24 people in 2020",
        "100,000 on 3", "\u{0}\u{FFFD}24", "24 août", "2020年", "2020-08-", "99999999999999999999-08-24",
    ])
func noDay(text: String) {
    #expect(DateFinder().dates(in: text).isEmpty)
}

@Test("A day of digits that could be swapped is read by the page's order")
func swappable() throws {
    let date = try #require(DateFinder().dates(in: "03/04/2020").first)
    #expect(date.isSwappable)
    #expect(date.timestamp()?.description == "2020-04-03")
    #expect(date.timestamp(monthFirst: true)?.description == "2020-03-04")
    #expect(DateFinder().dates(in: "03.04.2020").first?.isSwappable == false)
}

@Test("A name that two languages share is read in the page's language")
func sharedNames() {
    #expect(DateFinder(language: "hr").dates(in: "5. listopada 2020").first?.month == 10)
    #expect(DateFinder(language: "pl").dates(in: "5 listopada 2020").first?.month == 11)
}

@Test(
    "Addresses tell days",
    arguments: [
        ("https://a.example/2019/11/18/title", "2019-11-18"), ("https://a.example/2019-11-18-title.html", "2019-11-18"),
        ("https://a.example/2020/6/4/21302329/title", "2020-06-04"),
        ("https://a.example/2019/nov/18/title", "2019-11-18"),
        ("https://a.example/20191118/title", "2019-11-18"), ("https://a.example/news/title-20191118", "2019-11-18"),
        ("https://a.example/18-11-2019/title", "2019-11-18"), ("https://a.example/2019/11/title", nil),
        ("https://a.example/2019/13/18/", nil), ("https://a.example/v2.19.2020/", nil),
        ("https://a.example/top-10-2020-08", nil),
        ("https://2019-11-18.example/", nil), ("", nil), ("/2019/11/18", "2019-11-18"),
    ] as [(String, String?)])
func addresses(address: String, expected: String?) {
    #expect(AddressDate.day(in: address)?.description == expected)
}

@Test(
    "Names of fields say what date they hold",
    arguments: [
        ("article:published_time", .published(rank: 0)), ("DatePublished", .published(rank: 0)),
        ("pubdate", .published(rank: 0)),
        ("parsely-pub-date", .published(rank: 0)), ("publish_date", .published(rank: 0)),
        ("publishedAt", .published(rank: 0)),
        ("cXenseParse:recs:publishtime", .published(rank: 0)), ("DC.date.issued", .published(rank: 1)),
        ("dcterms.created", .published(rank: 1)), ("sailthru.date", .published(rank: 1)),
        ("citation_online_date", .published(rank: 1)),
        ("DC.Date", .published(rank: 2)), ("date", .published(rank: 2)), ("og:updated_time", .updated),
        ("article:modified_time", .updated), ("last-modified", .updated), ("revised", .updated), ("publisher", nil),
        ("article:publisher", nil), ("expires", nil), ("template_date", nil), ("event:start_date", nil),
        ("description", nil),
    ] as [(String, DateName?)])
func fieldNames(name: String, expected: DateName?) {
    #expect(DateName(name) == expected)
}
