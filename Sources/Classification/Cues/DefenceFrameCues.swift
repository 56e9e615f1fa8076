extension CueTables {
    /// General frames for what should have caught it, shown it or helped to end it.
    static let defenceFrames = #"""
        [missing-safeguard]
        -- a guard by name, and its absence
        0.81g no|without|lacked|lacks|lacking|lack|missing|insufficient|inadequate|absence|absent|weak|incomplete|neither|nor|zero|want .. <guarding>
        0.73g <guarding> .. was|were|is|are|had|has|been|did|does|do|could|would .. missing|absent|skipped|bypassed|disabled|insufficient|inadequate|ineffective|incomplete|lacking|not|n't|never|off|removed|switched|turned|optional|too|only|omitted|waived|overridden|dropped|empty
        0.91g <guarding> .. not|n't|never|failed|cannot .. catch|caught|cover|covered|detect|prevent|stop|stopped|run|ran|work|worked|include|included|fail|validate|block|find|exist|existed|apply|applied|trigger|triggered|fire|engage|tested|test|enabled|in|there|enough|look|looked|see|compare|consider|notice|reach|know|ask|check|checked|exercise|distinguish|protect|help
        0.55g <guarding> .. missed|passed|skips|skipped|ignored|ignores|accepted|accepts|only|exempt*|bypass*|allowed|allows|let|lets|approved|assumed|covers|covered|tests|checks|checked|looked|compares
        0.82g skipped|skip|skips|skipping|bypassed|bypassing|bypasses|bypass|circumvented|disabled|overrode|overriding|ignored|waived|omitted|removed|jumped|exempt|exempted|evaded .. <guarding>
        0.74g not|n't|never|nobody|nothing|none|cannot .. validated|validates|validate|tested|test|tests|reviewed|review|verified|verifies|verify|checked|checks|check|caught|sanitised|sanitized|enforced|enforces|enforce|staged|canaried|backed|restricted|restricts|limited|limits|limit|protected|protects|protect|isolated|guarded|rehearsed|rehearse|simulated|exercised|asks|asked|ask|confirms|confirm|stops|stopped|prevents|prevented|refuses|refused|warns|warned|rejects|rejected|compared|compares|tried|capped|bounded|separated|questioned|prompted|requires|required|guards
        0.76g n't|not validate|test|review|verify|check|enforce|limit|restrict|protect|ask|require|confirm|stop|prevent|refuse|warn|reject|cover|compare|distinguish|guard|include|exercise
        0.67g untested|unreviewed|unvalidated|unguarded|unchecked|unprotected|unsupervised|unverified|unlimited|unbounded|uncapped|unrestricted|unsigned|unauthenticated|unsanitised|unsanitized|unencrypted|unattended
        0.72g nothing|nobody|noone|neither .. prevent*|stop*|check*|ask*|warn*|limit*|refus*|reject*|guard*|between|stood|enforc*|kept|protect*|compar*|requir*|separat*
        0.78g single point
        0.37g only|one|single|sole .. copy|copies|replica|instance|path|link|backup|node|uplink|disk|switch|feed|host|route|exit|pump
        0.34g same|shared|sharing|shares .. host|rack|disk|volume|zone|region|machine|network|credentials|account|cluster|project|duct|trench|feed|power|building|partition|room|bucket|switch|pool|server|failure|domain|site|supplier|breaker
        0.4g all|everywhere|every|whole|entire|fleet|globally|worldwide .. at once|same|simultaneously|time|together|one|single|minutes
        0.6g at once|simultaneously .. all|every|everywhere|to|across|regions|instead
        0.25g to|on|in|across all|every|the|both .. regions|clusters|servers|nodes|hosts|fleet|customers|locations|sites|terminals|users|stores|environments|zones .. at|in|once|simultaneously|same|one|within|together
        0.41g straight|directly .. to|into|in|on|against|from .. production|prod|live|all|main|master|everyone|customers
        0.78g rollback|revert|undo|fallback|restore|backup|backups .. impossible|not|n't|never|fail*|no|was|were|too|had|missing|unusable|stale|empty|old|same|incomplete
        0.74g backup|backups|snapshot|snapshots|copy|copies .. deleted|same|old|stale|empty|never|not|n't|fail*|days|weeks|months|unreadable|unusable|corrupt*|stopped|since|outdated|incomplete
        0.68g could not|n't be .. rolled|reverted|undone|restored|stopped|reversed|cancelled|halted
        0.68g test|tests|testing|staging|rehearsal|lab|simulator|canary|review .. only|smaller|different|differ*|did|does|passed|without|small|few|mock*|stub*|older|not|n't|never|none|too|half|single|minutes|empty|hundred*|thousand*
        0.78g review|reviewed|reviewer|reviewers|approval|approver|approved|approvers .. missed|not|n't|without|only|unread|glanced|waved|did|minutes|seconds|diff|self|own|himself|herself|same
        0.49g allowed|allows|allow|allowing|permits|permitted|let|lets|letting|accepts|accepted|accepting .. any|anyone|anything|everyone|all|without|to|both|unauthenticated|unrestricted|it|arbitrary|empty|negative|zero
        0.55g any .. could|can|may|was|were .. change|delete|push|deploy|run|access|publish|approve|merge|write|edit|trigger|call
        0.6g with|had|has|have|full|too|wide|broad|excessive|more|unlimited|standing .. write|admin|administrator|root|rights|permissions|privileges|access|production .. access|rights|than|to|on|permissions|credentials|privileges|needed|everything|all
        0.63g alarm|lock|interlock|breaker|relay|valve|fuse|sprinkler|guard|barrier .. disabled|bypassed|removed|off|jumpered|bridged|did|fail*|missing|disconnected|inhibited|defeated
        0.59g asks|asked|asking|required|requires|needed|needs|took .. no|only|nothing|neither|one|single
        0.41g in place of|not|yet
        0.4g too .. wide|broad|permissive|generous|high|loose|late|lax|coarse|large|trusting
        0.49g would|could|should|might have .. caught|prevented|stopped|shown|detected|avoided|limited|refused|rejected|contained|been|saved|revealed|kept|blocked|flagged|tripped|helped|halved
        0.48g had .. been|not|it|there|we|the .. would|could|might .. have|not|n't
        0.62g excluded|excludes|exempt|exempted|exception .. from|for|to
        0.55g neither .. nor
        0.58g took|takes|taken|accepted|accepts|trusted|trusts|believed .. without|any|whatever|everything|blindly|unconditionally
        0.59g designed|meant|supposed|intended to .. prevent|catch|stop|protect|limit|detect|guard|block
        0.47g disabled|switched|turned|off|silenced|muted|suspended .. for|during|since|because|years|months|weeks|temporarily
        0.55g force|forced|override|skip|flag|validate|validation .. false|flag|option|checks

        [detection-gap]
        -- a watch by name, and its absence
        0.48gh no|without|lacked|lacks|lacking|lack|missing|absence|absent|insufficient|neither|nor|never|zero|not a|any .. <watching>
        0.54gh no <watching>
        0.4gh <watching> .. was|were|is|are|had|has|been|did|does|do|could|would .. missing|absent|not|n't|never|off|disabled|silenced|muted|green|quiet|silent|late|delayed|too|only|wrong|misleading|lost|ignored|dismissed|averaged|hidden|broken|stale|empty|buried|dead|unread|normal|down|noisy|old
        0.66gh <watching> .. not|n't|never|failed|cannot|nothing|no .. fire|fired|trigger|triggered|page|paged|raise|raised|alert|show|showed|shown|catch|caught|cover|covered|reach|reached|exist|existed|see|saw|include|included|read|arrive|arrived|sent|send|look|configured|notice|detect|work|working|distinguish|carry|tell|warn|report|reported|ring|go|went|set|enabled|written|kept|collected|looked
        0.35gh <watching> .. looked|looks|watched|watches|showed|shows|counts|counted|measured|measures|reported|reports|checks|checked|averaged|aggregated|went|depended|relied|runs|ran|fed|lives|based|covers|examined .. only|green|normal|healthy|same|wrong|old|to|not|averages|average|every|rather|through|on|success|ok|fine|each|per|but
        0.44gh <unseen>
        0.57gh nobody|noone|none|no one? noticed|notice|notices|saw|looked|looks|watched|watches|watching|realised|realized|read|reads|knew|spotted|reviewed|checked|monitored|monitors|minded|reacted|responded|heard
        0.33gh not|n't|never|nothing|only|until|before|unable|hard|late .. noticed|notice|detected|detect|discovered|discover|seen|spotted|spot|alerted|alert|paged|page|visible|watched|watches|watch|monitored|monitor|observed|recorded|logged|measured|reported|aware|apparent|obvious|raised|known
        0.68gh learnt|learned|heard|told|informed|alerted|notified|found|discovered|reported|noticed|spotted|detected|alarm .. of? it? by|from|through|via|out|after|when .. <outsider>|accident|chance|chance|twitter|mail|social|phone|neighbour
        0.31gh <outsider> .. reported|called|rang|complained|wrote|told|noticed|tweeted|asked|opened|posted|pointed|mailed|phoned|discovered|found|flagged|raised .. us|it|that|the|before|first|missing|a|in
        0.31gh first .. sign|signal|indication|notice|hint|warning|alert|report|reports|knew|heard|learned .. was|came|from|we|of|were|a
        0.51gh came|brought .. our|my|to attention|light|notice
        0.74gh minutes|hours|days|weeks|months|seconds|late|later|time .. before|until|passed|elapsed|after|later .. noticed|detected|alert|alarm|anyone|anybody|alerted|paged|page|saw|discovered|realised|realized|aware|found|known|notice|detection
        0.68gh took .. minutes|hours|days|weeks|months|while|long .. to|before .. notice|detect|discover|realise|realize|spot|see|alert|anyone|noticed|find
        0.44gh went|gone|remained|stayed|passed|was|running|ran|continued .. unnoticed|undetected|unseen|for .. days|weeks|months|hours|years|unnoticed
        0.46gh ignored|dismissed|overlooked|missed|acknowledged|snoozed|muted|silenced|unread|archived|filtered|buried|drowned|lost|closed .. <watching>|among|in|as|by|alert|mail|noise|alarm
        0.41gh alert|alarm|page|notification|warning|mail|mails|message .. went|sent|goes|routed|delivered|arrived|addressed|reached|landed .. to|in|wrong|nobody|mailbox|channel|late|someone|former|old|nowhere|spam|team
        0.41gh masked|masks|hid|hides|hidden|obscured|concealed|swallowed|swallows|discarded|drowned|flattened|averaged|smoothed|disguised|diluted .. by|in|the|as|away|out|error|errors|it|failure|fault|spike|problem|real
        0.32gh looked|look|appeared|seemed|showed|reported|stayed|remained|was|were|all|still .. green|healthy|normal|fine|ok|success|successful|up
        0.62gh exit|exits|exited|returned|returns|reported|reports|answered|responds .. zero|0|success|200|ok|successfully|cleanly|fine
        0.35gh silently|quietly
        0.44gh blind spot|to|for|at|while|during
        0.28gh false|too|noise|noisy|flood|storm|fatigue|hundreds|thousands|many|known|usual .. alarm|alarms|alert|alerts|positive|positives|many|pages|nuisance|noise|notifications|notification
        0.35gh threshold|thresholds|window|interval|delay .. too|was|were|above|below|high|set|never|not|long|of|minutes|percent|percentage
        0.5gh delayed|delay|slow|late|lag|belated|lagging .. detection|alert|alerts|alarm|discovery|notice|metrics|page|warning|logs
        0.55gh detection|discovery .. delayed|late|slow|took|only|by|came|after|accident|gap|failed
        0.5gh rather|instead than|of .. <watching>
        0.32gh by accident|chance
        0.41gh <outsider>|someone|people|community|colleague .. reported|reports|reporting|report|noticed|mentioned|pinged|messaged|let|alerted|notified|posted .. in|on|that|us|via|through|issue|problems|problem|slack|gitter|github|forum|errors|being|not|they|know|seeing|by
        0.28gh reported|noticed|raised|flagged|found .. by .. <outsider>|someone|people|community|member|colleague|slack|gitter|twitter|email|developer|engineer
        0.5gh we|team|nobody|i .. noticed|realised|realized|discovered|found|learned|learnt .. only|after|later|until|hours|days|when|because|by
        0.37gh alert|alerts|alarm|monitor|check|probe .. should|would .. have|fire|fired|caught|been

        [response-gap]
        -- people, papers, access and words
        0.57gh <docs> .. was|were|is|are|did|does|had|has|out|still .. outdated|missing|incomplete|wrong|not|n't|unclear|incorrect|stale|date|misleading|lacking|old|no|never|named|referred|only|showed|nowhere|silent|unreadable|moved|lost|unavailable|said
        0.52gh <docs> .. named|referred|assumed|described|directed|sent|told|showed|shows|mentioned|lacked|covered|pointed|listed|disagree*|contradict*|predates|dates|dated|written|has|had .. no|us|wrong|to|a|only|old|people|host|system|nothing|former|not|on|for|that|before|version
        0.65gh no|lack|lacked|lacking|missing|outdated|insufficient|incomplete|poor|without|wrong|unclear|old|neither|never .. <docs>
        0.36gh no|not|n't|never|nowhere|un|badly|poorly|barely .. documented|written|trained|training|familiar|rehearsed|practised|practiced|communicated|told|informed|briefed|involved|aware|escalated|agreed|defined|clear|recorded|handed
        0.26gh nobody|noone|none|no|few|only|one .. knew|know|knows|told|could|understood|had|understands|remembered|available|reachable|trained|aware|sure|owned|owns|owner|familiar|awake|on
        0.31gh did|do|does not|n't .. know|have|understand|realise|realize|reach|recognise|recognize|own|communicate|escalate|tell|remember|agree
        0.17gh not|n't|no|without|lacked|lost|denied|lacking|wait*|needed|requir* .. access|permission|permissions|credentials|rights|password|passwords|key|keys|badge|login|authority|account
        0.38gh access|permission|permissions|credentials|password|login|badge|key|keys|console|vpn|portal .. denied|expired|took|lost|not|n't|missing|wrong|revoked|locked|unavailable|needed|only|required|requires|approval|behind|out|outdated|asked|lapsed|never
        0.44gh unclear|unsure|uncertain|confusion|confused|disagreement|dispute|debate|debated|misunderstanding|miscommunication|uncertainty|ambiguity|conflicting|contradictory .. who|about|over|ownership|between|how|on|responsib*|which|whether|as|instructions|what|orders|in|owner|the
        0.22gh who|which|nobody|whose|each|no .. owns|owned|own|owner|responsible|charge|responsibility|ownership|belongs|decides|decide
        0.21gh unreachable|unavailable|asleep|holiday|vacation|leave|lunch|plane|abroad|absent|offline|away|busy|retired|weekend|sick
        0.45gh on|was|were|is|already|had .. call|rota|leave|holiday|plane|ferry|train|meeting .. not|n't|no|when|nobody|and|who|only|until
        0.27gh had|has|have|who .. left|retired|moved|gone|resigned|dissolved|departed .. in|the|company|team|years|and|before|last|us
        0.42gh only .. one|two|a|person|he|she|i|engineer|colleague|people|someone .. knew|knows|can|could|has|had|able|who|with|understood
        0.46gh took|spent|wasted|lost|cost|needed|waited|waiting|passed .. minutes|hours|hour|half|time|days|long|morning|afternoon .. to|on|before|trying|searching|looking|finding|find|locate|identify|for|figure|chasing|blocking|with|until|proving|establish|obtain|agree|reach|because|debugging|investigating|convinced
        0.35gh minutes|hours|hour|time|days .. were|was|went|spent|lost|wasted|passed|on|into|before .. spent|lost|wasted|on|looking|searching|proving|chasing|finding|trying|because|by|to|anyone|anybody
        0.42gh longer|slower|later than|because .. expected|necessary|it|usual|needed|planned|should|anticipated|had
        0.51gh delayed|delaying|delay|delays|hampered|hindered|slowed|prolonged|lengthened|complicated|impeded|held|postponed|stalled .. response|recovery|diagnosis|mitigation|resolution|investigation|fix|restoration|rollback|repair|outage|disruption|by|because|us|up|restart|work|effort|efforts|decision|matters|things
        0.33gh wrong|incorrect|mistaken|false|misleading|initial|first|dead|red .. diagnosis|hypothesis|theory|conclusion|lead|track|path|herring|team|end|assumption|system|component|suspect|trail|person|mailbox|number|circuit|document
        0.53gh misdiagnos*|misattribut*|misled|misjudg*|misread|sidetracked
        0.7gh first|initially|originally|wrongly .. took|thought|believed|suspected|blamed|looked|treated|assumed|focused|focussed|pursued|concentrated|investigated|attributed|read|chased|searched
        0.26gh took|mistook|taking|treated|treating|read .. for|as .. a|one|the|database|network|load|attack|problem|completed|noise|normal
        0.39gh thinking|believing|assuming|assumed|thought|believed|convinced|supposed|each .. another|other|someone|others|team|them|had|it|was .. team|owned|had|would|handling|it|someone|already|done|was
        0.29gh communication|communications|escalation|handover|handoff|coordination|status|notice|announcement|information|briefing|shift .. gap|gaps|poor|delayed|late|slow|broke|breakdown|not|n't|no|only|never|fail*|lost|by|page|missing|wrong|began|came|was|unclear|incomplete|problem*
        0.54gh nobody|no|not|n't|never|without|nor .. told|telling|informed|warned|notified|called|escalated|announced|mentioned|communicated|consulted|paged|briefed|said|contacted|passed
        0.44gh late|later|hours|slow|reluctan*|hesitat*|wait* .. to|in|for .. declare|declared|escalate|escalated|communicate|update|call|declaring|escalating|decision|approval|decide|convene|announce|inform|tell|approver|director|manager
        0.28gh approval|approvals|decision|sign|signature|authorisation|authorization|permission|approver|approvers .. took|waited|waits|wait|needed|required|hours|late|from|by|was|had|in|turn|absent|delayed|missing|before
        0.52gh hard|difficult|difficulty|struggled|struggling|unable|impossible|tricky|slow|trouble .. to|in|finding|with .. diagnose|debug|find|identify|understand|determine|access|reproduce|troubleshoot|locate|recover|revert|restore|reach|tell|follow|contact|interpret|know|get|see
        0.3gh could|can not|n't .. reach|get|log|find|access|enter|agree|say|identify|locate|tell|work|understand|contact|decide|call|remember
        0.68gh understaffed|thinly|shorthanded|short|under staffed|staff|handed
        0.6gh two|three|several|both|four .. teams|people|calls|channels|groups|versions|engineers|documents|departments|names .. each|separate|different|same|working|without|disagree*|undid|parallel|used|believed|on|thought|contradict*
        0.33gh mailbox|mail|letter|notice|message|bulletin|email|contact|number|escalation|address|ticket|invitation|reminder .. former|left|nobody|unread|wrong|old|not|n't|never|filed|spam|lacks|outdated|closed|someone|ago|who|circle
        0.23gh made|make|making .. it|matters|things|recovery .. worse|harder|slower|longer
        0.6gh turned|proved|changed|helped .. out|to|not|nothing .. unrelated|nothing|wrong|not|unnecessary|useless|herring|false
        0.62gh attempt|attempts|try|tries|fix|restart|restarts|rollback .. failed|did|changed|made|had|was|were .. nothing|not|n't|no|worse|help|abandoned|useless|vain
        0.45gh by|from memory|heart|trial
        0.47gh took .. a|us|some|quite|too|several|long|over|more|another|nearly|almost|about .. while|long|time|hours|minutes|days|attempts|tries .. to|before|because|of
        0.59gh debug|debugging|diagnosis|diagnosing|investigation|troubleshooting|recovery|finding .. took|hard|difficult|complicated|slow|slowed|was|delayed|hampered|made|hindered
        0.37gh confus*|mislead*|unclear|ambiguous|cryptic|unhelpful|vague .. error|errors|message|messages|log|logs|output|symptom*|name|names|us|alert
        0.16gh not|n't|no|un .. familiar|experience|expertise|knowledge|understand*|context|idea|training|awareness
        0.5gh tried|attempted|restarting|restarted|recreating .. but|without|did|n't|no|not .. help|success|luck|work|effect|fix|resolve
        0.36gh weekend|holiday|night|timezone|timezones|asleep|vacation|christmas .. no|only|nobody|staff*|cover*|so|meant|slow*|delay*|because|time
        0.33gh untrained|inexperienced|unfamiliar|newly|new .. with|hire|joiner|on|to|staff|team|engineer|joined|colleague
        """#
}
