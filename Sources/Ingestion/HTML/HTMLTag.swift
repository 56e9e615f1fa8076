/// The elements that reading a page tells apart; the rest are ``other``.
enum HTMLTag: UInt8 {
    case text, other
    case html, head, body, title, base, meta, link
    case script, style, noscript, template, iframe, object, svg, math
    case form, button, input, select, textarea, label, fieldset
    case canvas, audio, video, dialog, frame
    case nav, header, footer, aside, main, article, section, div, address, hgroup, center
    case p, h1, h2, h3, h4, h5, h6, ul, ol, li, dl, dt, dd
    case table, thead, tbody, tfoot, tr, th, td, caption
    case pre, code, blockquote, em, strong, b, i, u, s, sub, sup, a, br, hr, img
    case time, kbd, samp, `var`, abbr, del, ins, figure, figcaption, details, summary
    case span, font

    /// How an element shows in content.
    enum Role: UInt8 {
        case text
        /// Nothing of it is content.
        case dropped
        /// Written as itself, holding blocks or text.
        case block
        /// Written as itself within a line.
        case inline
        /// Not written, but its text stands apart from what is before and after.
        case wrapper
        /// Not written; its text joins the line.
        case transparent
        case lineBreak, rule, image
    }

    var role: Role {
        switch self {
        case .text: .text
        case .script, .style, .noscript, .template, .iframe, .object, .svg, .math, .button, .input, .select,
            .textarea, .canvas, .audio, .video, .dialog, .frame, .title, .base, .meta, .link:
            .dropped
        case .p, .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .li, .dl, .dt, .dd, .table, .thead, .tbody, .tfoot, .tr,
            .th, .td, .caption, .pre, .blockquote, .figure, .figcaption, .details, .summary:
            .block
        case .code, .em, .strong, .b, .i, .u, .s, .sub, .sup, .a, .time, .kbd, .samp, .var, .abbr, .del, .ins: .inline
        case .br: .lineBreak
        case .hr: .rule
        case .img: .image
        // A page without a <body> tag has its content in the parser's head.
        case .html, .head, .body, .form, .fieldset, .nav, .header, .footer, .aside, .main, .article, .section, .div,
            .address, .hgroup, .center:
            .wrapper
        case .other, .label, .span, .font: .transparent
        }
    }

    /// Whether its text stands apart from its neighbours'.
    var isBlockLevel: Bool {
        role == .block || role == .wrapper
    }

    var isHeading: Bool {
        switch self {
        case .h1, .h2, .h3, .h4, .h5, .h6: true
        default: false
        }
    }

    /// The tag of a lower-case element name.
    init(name: String) {
        self = Self.byName[name.hasPrefix("xhtml:") ? String(name.dropFirst(6)) : name] ?? .other
    }

    private static let byName: [String: HTMLTag] = {
        var table: [String: HTMLTag] = [
            "embed": .object, "applet": .object, "optgroup": .select, "option": .select, "datalist": .select,
            "strike": .s, "tt": .code, "menu": .ul, "dir": .ul, "listing": .pre, "xmp": .pre, "plaintext": .pre,
            "cite": .em, "dfn": .em, "q": .span, "noframes": .noscript, "frameset": .frame, "bdi": .span, "image": .img,
            "marquee": .div, "acronym": .abbr, "noembed": .noscript, "frame": .frame, "search": .form,
        ]
        var raw: UInt8 = HTMLTag.html.rawValue
        while let tag = HTMLTag(rawValue: raw) {
            table["\(tag)"] = tag
            raw += 1
        }
        return table
    }()
}
