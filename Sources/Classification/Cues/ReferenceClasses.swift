extension CueTables {
    /// Word classes for denials that refer back; no cue names them, so that what was learned of the cues stands.
    static let references = #"""
        [classes]
        refusal = denies denied deny denying disputes disputed dispute disputing rejects rejected reject rejecting contests contested contest contesting refutes refuted refute contradicts contradicted contradict dismisses dismissed rebuts rebutted
        refused = denied disputed rejected contested refuted contradicted dismissed rebutted
        // A machine refuses requests in these words, so that more must show who speaks.
        turningdown = rejects rejected reject rejecting dismisses dismissed
        pointer = it this that these those them
        telling = claim claims report reports account accounts allegation allegations accusation accusations assertion assertions story stories version versions suggestion suggestions narrative characterisation characterization description rumour rumours rumor rumors interpretation conclusion conclusions
        pointing = the this that these those any such all both its his her their our a an
        // What may follow the object of a denial without being part of it.
        onward = on in at and but as when while though although to through via outright flatly publicly strongly firmly saying yesterday today later again entirely completely for by since
        aside = has have had also later since still now then strongly flatly firmly publicly categorically repeatedly vehemently immediately quickly subsequently itself themselves
        refusing = not n't never no nobody none nor neither cannot without
        relating = which
        complement = that
        opening = and but while though although however yet whereas so because
        passive = is are was were be been being
        agency = by
        linking = of for at from
        speaker = company vendor provider spokesperson spokeswoman spokesman representative representatives firm manufacturer maker regulator auditor auditors investigator investigators official officials ceo cto executive executives owner owners supplier founder founders lawyer lawyers management leadership bank airline retailer agency ministry department council government insider insiders source sources employee employees people worker workers engineer engineers staff analyst analysts customer customers user users outlet press commentators researcher researchers operator operators administrator developer developers team they he she it we
        outsider = insider insiders source sources employee employees people worker workers engineer engineers staff analyst analysts customer customers user users outlet press commentators researcher researchers developer developers
        """#
}
