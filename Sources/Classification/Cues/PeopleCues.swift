extension CueTables {
    /// A person's act or decision took part. It describes work, never a verdict.
    static let people = #"""
        [human-action]
        -- the text itself says a person's act went otherwise than meant
        0.8t human|operator|user|manual|administrator|admin|operational|procedural|pilot|engineer|technician|administrative|clerical|staff error|errors|mistake|mistakes
        0.8t human .. caused|factor|factors|initiated|started
        0.75t accidentally|inadvertently|mistakenly|erroneously|unintentionally|unknowingly
        0.5 accidental|accidentally|inadvertent .. deletion|removal|change|overwriting|overwrite|overwritten|commit|push|deployment|exposure|update|disclosure
        0.75t by mistake|accident
        0.75t in error
        0.7t mistyped|mistype|fat finger|fingered
        0.5t typo|typos
        0.7t misconfigured by
        0.7 forgot|forgotten|forgets|overlooked|neglected|omitted|misread|misunderstood|misjudged|mistook|underestimated
        0.65 <person> .. omitted|neglected|forgot|missed|overlooked|misunderstood|assumed|believed to|that|the|it|this
        0.6 <person> made|had|make a|an|the|some .. mistake|error|assumption|mistakes|errors|change|changes|decision
        0.65 incorrect|wrong|mistaken assumption|assumptions|understanding
        0.6 with the understanding|assumption|belief
        0.6t wrong|incorrect|unintended command|cluster|server|host|database|environment|button|cable|account|target|parameter|argument|directory|window|terminal|tab|region|node|rack|branch|input
        0.6 step|steps|procedure|process|instructions|checklist|policy|policies|guidelines ... was|were not|n't followed|done|performed|completed|carried
        0.6 step|steps|procedure|process|instructions|checklist|policies n't followed|done|performed|completed
        0.6 <person> ... did|had|do|have not|n't .. follow|followed|verify|verified|check|checked|cross|confirm|read|notice|realise|realize|remember|apply|applied
        0.4 <human> .. did|do not|n't .. verify|check|review|read|cross|follow
        0.6 without|failed .. reading|verifying|checking|to .. verify|check|cases|citations|outputs|sources|it|them
        0.7 had not been applied|run|performed|removed|updated|merged|renewed
        0.7 left .. in place|running|enabled|open|behind by
        0.7t error|mistake|slip|oversight .. of|by|made .. user|users|person|people|engineer|operator|staff|team|technician|administrator|employee
        0.6t step|steps|check|item .. was|were .. left out|omitted|skipped|missed|forgotten
        0.65t entered|typed|copied|set|wired|connected|labelled|labeled|plugged wrongly|incorrectly|by mistake
        0.6t wrongly|incorrectly entered|typed|copied|wired|connected|labelled|labeled|plugged
        0.6t without meaning to
        0.6t people|person|human .. set in motion
        0.6t <actor>|someone|somebody|staff|customer|author|counsel .. issued|switched|started|entered|withdrew|handed|filed|let|tidied|cleared|confused|swapped|unplugged|replaced|rewired|closed ... command|a|the|files|paper|tool|filter|cable|switch|valve|upgrade|change
        -- a person did it, with their hands
        0.6tn manually .. ran|run|applied|deleted|changed|edited|modified|removed|updated|failed|scaled|executed|triggered|set|created|added|copied|moved|deployed|started|disabled|installed|configured|overrode
        0.55tc manual .. change|changes|intervention|action|edit|edits|update|deployment|step|steps|process|procedure|operation|failover|command|configuration|run|execution|migration|cleanup
        0.5n manually
        0.5n by hand
        0.35n was|were|been manually
        0.6t ran|run|applied|executed|edited|changed|deleted|set|created|configured manually
        0.6t ran|run|applied|executed|edited|changed|deleted|set|created|configured by hand
        0.6t <actor> .. applied|ran|executed|issued|entered|typed|pushed|deleted|removed|dropped|changed|modified|edited|disabled|enabled|unplugged|disconnected|pulled|cut|pressed|flipped|started|initiated|triggered|launched|wiped|merged|copied|committed|pasted|shut|powered|switched|clicked|resized|reduced|increased|scaled|migrated|moved|configured|accepted|approved|performed|carried|deployed
        0.45t i .. applied|ran|executed|issued|pushed|deleted|removed|dropped|changed|modified|edited|disabled|enabled|started|triggered|wiped|merged|copied|committed|pasted|installed|shut|switched|clicked|resized|reduced|increased|scaled|migrated|moved|configured|failed|added|deployed|was
        0.5 we|team .. proactively|deliberately|intentionally|mistakenly
        0.3 we|team .. manually|decided|chose|planned
        0.5c we|team .. applied|ran|executed|issued|pushed|deleted|removed|dropped|changed|modified|edited|disabled|enabled|turned|wiped|merged|resized|reduced|increased|scaled|migrated|moved|failed|shut|switched|drained|cordoned|performed|took|decided|chose|conducted|carried
        0.22t we|team .. applied|ran|executed|deleted|removed|dropped|disabled|wiped|resized|reduced|increased|scaled|migrated|shut|drained|cordoned|decided|chose
        0.45t <person> .. was|were testing|debugging|performing|running|applying|working|making|updating|carrying|conducting|migrating|attempting|trying|doing
        0.5 during|while .. routine|planned|scheduled|manual|maintenance .. operation|debugging|work|maintenance|activity|procedure|exercise|test|task
        -- a planned or prescribed procedure carried out by people
        0.6t planned|prescribed|scheduled|routine|deliberate|intentional|human ... change|work|maintenance|reduction|resize|resizing|scaling|migration|procedure|operation|adjustment|exercise|test|activity|task|step|upgrade|failover|switchover|reboot|restart|removal|swap|replacement
        0.5c maintenance window|work|activity|procedure|operation
        0.8t human|manually|engineer|engineers|people|person|staff|operator|operators|employee|technician initiated|started|driven|run|executed|approved|made
        0.8t initiated|started|performed|executed|made|carried|run|approved|authorised|authorized|ordered|launched|triggered .. by .. human|humans|person|people|engineer|engineers|operator|operators|staff|employee|technician|administrator|developer|team|hand|member
        0.7t at hand|keyboard of a|an|the
        0.6t were|was|got cordoned|unplugged|disconnected
        0.5 clicked|clicking .. link
        0.7 pushed|committed|uploaded|published|checked .. credentials|credential|secret|secrets|token|key|keys|password
        0.7 act of laziness|carelessness|haste
        0.6t account|key|record|user|file|resource .. deleted|removed from|by
        0.55 over trust|trusted|reliance|trusting
        0.6 treated .. as .. authoritative|fact|search|reliable
        0.6 signed|filed|submitted|approved|published .. without|unread .. reading|reviewing|checking|verifying
        0.5 incorrect|wrong|missed|skipped|missing step|steps|procedure
        -- acts that answer an incident are no part of its cause
        0x no human|manual error|intervention
        -- an AI's act is no person's
        0xa agent|ai|assistant|model|bot|chatbot|claude|copilot|cursor|codex|replit|devin then|had|itself|autonomously? decided|issued|ran|executed|deleted|chose|attempted|removed|dropped|wiped
        """#
}
