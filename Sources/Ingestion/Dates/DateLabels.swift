/// What the words before a date say of it.
enum DateLabel {
    case published, updated, unrelated

    /// The meaning of the label nearest to a date; `nil` when no label stands before it.
    ///
    /// - Parameter lead: The text just before the date, in lower case.
    init?(_ lead: String) {
        let bytes = Array(lead.utf8)
        var best = (end: -1, meaning: DateLabel.published)
        for start in bytes.indices {
            for (word, meaning) in Self.table[Int(bytes[start])] {
                let end = start + word.count
                if end > best.end, end <= bytes.count, bytes[start..<end].elementsEqual(word) { best = (end, meaning) }
            }
        }
        guard best.end >= 0 else { return nil }
        self = best.meaning
    }

    /// All labels by their first byte.
    private static let table: [[(word: [UInt8], meaning: DateLabel)]] = {
        var table = [[(word: [UInt8], meaning: DateLabel)]](repeating: [], count: 256)
        for (words, meaning) in [(updates, DateLabel.updated), (publications, .published), (others, .unrelated)] {
            for word in words.split(separator: "|") {
                let bytes = Array(word.utf8)
                table[Int(bytes[0])].append((bytes, meaning))
            }
        }
        return table
    }()

    private static let publications =
        "publish|published|publié|publie|publicad|publicat|pubblicat|publicerad|published on|gepubliceerd|geplaatst|publikuota|"
        + "veröffentlicht|erschienen|erstellt|eingestellt|posted|post date|posted on|submitted|created|date:|date :|dated|released|release date|"
        + "issued|filed|written|added|first aired|uploaded|datum|fecha|data:|data de|data publi|mis en ligne|rédigé|écrit le|inserito|scritto|postado|criado|"
        + "geschreven|дата|опублик|размещ|добавлен|написа|додано|публик|objav|objavljeno|wysłan|dodan|napisa|opublikowan|vydán|zveřejn|publikov|"
        + "udgivet|oprettet|offentliggjort|publisert|skapad|skriven|julkaistu|luotu|közzétéve|megjelent|létrehozva|postat|yayın|eklenme|tarih|"
        + "δημοσ|ημερομηνία|ngày đăng|đăng lúc|diterbitkan|dipublikasikan|diposting|tanggal|เผยแพร่|วันที่|โพสต์|نشر|تاريخ|تاریخ|انتشار|כתב|פורסם|"
        + "発表|公開|掲載|投稿|作成|登録|配信|質問日時|発売|发布|發布|發佈|发表|發表|时间|時間|日期|등록|입력|작성|게시|승인|발행|"
        + "প্রকাশ|प्रकाशित|posté|ajouté|ajouté le|op:|ngày"
    private static let updates =
        "updated|update:|update |modified|modif|aktualisier|aktualiz|geändert|bearbeitet|last edited|edited|revised|revision|last changed|"
        + "last change|mis à jour|mise à jour|màj|actualiz|actualitz|aggiornat|ultima modifica|atualiz|bijgewerkt|gewijzigd|обновл|измен|оновл|"
        + "upraven|zmieni|edytow|opdater|oppdater|uppdater|ändrad|senast|päivit|muokat|frissít|módosít|güncell|ενημ|cập nhật|diperbar|"
        + "更新|修正|最終|수정|업데이트|עודכן|تحديث|به‌روز|بروزرسانی|آخرین|stand:|stand |reviewed|actualisé"
    private static let others =
        "deadline|until |expires|valid |born|died|bis zum |frist|event date|starts|begins|joined|member since|registered|copyright|©|"
        + "accessed|retrieved|abgerufen|dabei seit|registriert|since "
}
