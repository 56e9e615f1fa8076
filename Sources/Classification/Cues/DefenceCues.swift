extension CueTables {
    /// What should have caught it, shown it or helped to end it. These state a gap at the time, wherever they stand.
    static let defences = #"""
        [missing-safeguard]
        -- a guard was not there
        0.7g no|without|lacked|lack|lacking|lacks|missing|insufficient|inadequate|absence|absent|weak|incomplete|limited .. <guard>
        0.55g no|without .. <guard>
        0.7g <guard> .. was|were|is|are .. missing|absent|skipped|bypassed|disabled|insufficient|inadequate|ineffective|incomplete|lacking|not
        0.65g <guard> .. did|does|could not|n't .. catch|cover|detect|prevent|stop|run|work|include|fail|validate|block|find
        0.65g <guard> .. n't .. catch|cover|detect|prevent|stop|run|work|include|in|enabled|there|done|enough
        0.65g <guard> .. failed to|failed .. catch|detect|prevent|stop
        0.65g skipped|bypassed|bypassing|skipping|circumvented|disabled .. <guard>|process|stage|step
        0.6g not|never|n't .. validated|tested|reviewed|verified|checked|caught|sanitized|sanitised|enforced|staged|canaried|backed|restricted|sandboxed|vetted|audited|limited|rate|protected|signed|scoped|isolated|guarded
        0.6g n't .. validated|tested|reviewed|verified|checked|caught|sanitized|enforced|staged|backed|restricted|protected
        0.65g did|does not|n't .. validate|verify|test|review|sanitize|sanitise|enforce|restrict|back|limit|require|confirm|protect
        0.6g n't .. validate|verify|test|review|sanitize|sanitise|enforce|restrict|limit|require|protect
        0.7g untested|unreviewed|unvalidated|unguarded|unvetted|unchecked|unsanitized|unsanitised|unsupervised|ungrounded
        0.65g caught|detected|found|noticed|discovered .. in staging|testing|tests|review|ci|presubmit|qa
        0.65g should|would|could have been? caught|prevented|detected|stopped|blocked|flagged|avoided|validated|tested|required|rejected
        0.7g all .. at once|time
        0.6g at once|simultaneously .. everywhere|regions|fleet|nodes|globally|clusters|worldwide
        0.65g globally|worldwide .. at once|simultaneously|instantly|immediately
        0.7g single point
        0.65g no|without|lack|missing|insufficient|lacked .. redundancy|redundant|backup|backups|fallback|rollback|replica|replicas|failover|spare|grounding|guardrail*|human|oversight|approval|blast|limits|quotas|resource|requests|isolation|separation
        0.65g only one|1|a .. replica|instance|copy|node|server|region
        0.6g without .. review|reviewing|testing|validation|validating|verification|verifying|confirmation|confirming|approval|checking|canary|staging|human|oversight|safeguards|warning|excluding|limits|authentication
        0.6g not|n't possible to? roll|revert
        0.6g no easy|quick|safe|simple|way|mechanism|means .. to|way|of
        0.65g no .. mechanism|control|controls|guard|gate|gates|policy|enforcement|limit|boundary|restriction|restrictions|isolation|termination|sanity|environment|awareness|requirement
        0.6g insufficient|inadequate|poor|weak|missing|ineffective|lack|lacking|limited .. testing|test|coverage|controls|safeguards|validation|review|isolation|sandboxing|oversight|verification|protection|guardrails|limits|governance|policy|environment
        0.6g test|tests|testing|staging|environment .. did|does|not|n't .. cover|reflect|represent|mirror|catch|match|exercise|include
        0.6g different|differs|differed .. staging|test .. production|prod
        0.55g allowed|allowing|allows|permitted .. any|untrusted|unauthenticated|arbitrary|unvalidated|unrestricted|direct
        0.55g review|reviewer|reviewers .. missed|failed|failure|did|overlooked|approved
        0.55g blast radius
        0.55g implicit|implicitly trust|trusted|trusts
        0.55g treated|treats|treating .. as trusted|legitimate|authoritative|safe|security
        0.55g unlimited|unbounded|uncapped|unrestricted|excessive .. access|retries|permissions|privileges|requests|memory|agency|scope|autonomy|spending
        0.55g resource limits|requests .. not|missing|were|no|set
        0.6g safeguard|safeguards|guardrail|guardrails .. failed|insufficient|did|were|missing|bypass*|not
        0.65g nothing|nobody .. enforced|enforces|asked|stopped|stops|checked|checks|prevented|prevents|limited|warned|required|blocked
        0.65g no .. second|separate|independent .. person|reviewer|engineer|approval|pair
        0.6g never .. been|had|was .. tested|made|tried|rehearsed|switched|enabled|exercised|verified|rebuilt|practised|practiced|checked
        0.6g let|lets|allowed .. through|pass|reach|go .. further|too|fast|unchecked|without|file|it
        0.6g not .. released|rolled|deployed|introduced|shipped .. in stages|phases|steps|gradually|waves
        0.6g to|in|on all|every ... at|in the same time
        0.6g shared .. one|a|the|same single? database|network|credentials|account|volume|power|path|cluster
        0.6g depended on .. same|network|system|service .. that|failed|it
        0.6g ran the same
        0.6g had no .. means|way|protection|back|guard|feature|error|limit|isolation|fallback|redundancy|plan
        [detection-gap]
        -- alerting or observability was missing, late or misleading
        0.75gh no|without|lacked|lack|missing|insufficient|inadequate|absence|lacking .. alert|alerts|alerting|alarm|alarms|monitoring|metric|metrics|observability|visibility|logging|dashboard|telemetry|page|notification|notifications|logs
        0.7gh alert|alerts|alerting|alarm|alarms|monitoring|monitor|monitors|metrics|dashboards|dashboard|probe|probes|pager .. did|n't|not|failed|never .. fire|fired|trigger|triggered|page|paged|alert|catch|caught|detect|detected|configured|cover|covered|working|sent|show|showed|set|exist|notice|noticed|enabled|in|there|enough|reach|reached
        0.7gh undetected|unnoticed|unmonitored|unobserved|unalerted
        0.65gh not|n't|never .. noticed|detected|alerted|monitored|paged|monitoring|discovered|spotted|visible
        0.65gh nobody|noone|one noticed|realised|realized|saw|aware|was
        0.65gh not|n't .. notice|detect|realise|realize|page
        0.6gh were|was|team not|unaware .. aware|of
        0.65gh reported|noticed|discovered|detected|notified|alerted|informed .. by .. user|users|customer|customers|community|client|clients|member|someone
        0.38h user|users|customer|customers|member .. reported|reports|noticed|complained|complaints
        0.65gh only .. noticed|discovered|detected|became|realised|realized|learned|found|alerted .. after|when|hours|later
        0.65gh hours|days|weeks|minutes .. before|until|later .. noticed|detected|discovered|anyone|alerted|detection|realized|realised|we
        0.65gh before .. detection|detected|noticed|discovered|anyone
        0.65gh delayed|slow|late .. detection|alert|alerts|alerting|detect|notification
        0.65gh detection|alert|alerts .. delayed|late|slow|took|was
        0.65gh noisy|misleading|flapping|flaky|confusing|ambiguous|vague .. alert|alerts|alerting|dashboard|dashboards|metrics|monitoring|error|logs|message|status|signal
        0.65gh false|alert .. alarm|alarms|fatigue|noise
        0.6gh masked|hid|obscured|hidden|drowned .. by|issue|problem|failure|error|the
        0.6gh alert|alerts|notifications .. ignored|missed|silenced|muted|overlooked|snoozed
        0.6gh missed .. alert|alerts|notification
        0.6gh silently .. fail*|dropp*|ignor*|swallow*|stopp*|discard*
        0.55gh should have .. alert*|noticed|detected|paged|monitor*
        0.55gh need|needs|add|improve|better|more .. alert|alerts|alerting|monitoring .. on|for|when|to
        0.65gh without .. anyone|anybody|us|being|our .. noticing|noticed|knowing|realising|realizing|alert
        0.65gh took .. minutes|hours|days|weeks|long to .. detect|notice|discover|spot|find out
        0.65gh monitoring|alerting|dashboards|metrics|tools|alerts ... depended|relied|cut|lost|missing|unavailable|blind|failed|down|same
        0.6gh could|did not|n't .. see|show|reveal
        [response-gap]
        -- recovery was slowed by people-side conditions
        0.7gh no|lack|lacked|missing|outdated|insufficient|incomplete|poor|without|wrong|unclear|inaccurate .. documentation|runbook|runbooks|playbook|docs|documented|instructions|ownership|owner|procedure|expertise|familiarity
        0.65gh documentation|runbook|runbooks|docs|playbook|instructions|procedure .. was|were|is|are|did|had|out .. outdated|missing|incomplete|wrong|not|unclear|incorrect|stale|date|misleading|lacking
        0.65gh not|n't|poorly|never .. documented|trained|familiar|rehearsed|communicated
        0.35gh undocumented
        0.65gh limited|lack|insufficient|little .. knowledge|experience|understanding|expertise|familiarity|availability|staffing
        0.65gh unclear|confusion|confused|uncertainty|miscommunication|misunderstanding|unsure|uncertain .. who|about|over|ownership|between|how|on|responsib*|which|steps
        0.65gh not|n't .. know|have access|how|who|communicate|escalate|tell|permission*|understand
        0.6gh had no access|way|permission|idea|one
        0.6gh lack|without .. access|permissions .. to
        0.65gh took|spent|wasted|lost .. too|way|longer|hours|much|quite|some .. to|time|trying|before|figure|debugging|investigating|long|identify|find|diagnos*
        0.6gh longer than expected|necessary|usual|it|anticipated|needed
        0.65gh slow|slowed|delayed|hampered|hindered|delay|delays .. response|recovery|diagnosis|mitigation|resolution|investigation|fix|restoration|rollback
        0.65gh wrong|incorrect|mistaken|misdiagnos*|initially .. diagnosis|hypothesis|conclusion|misdiagnos*|assumption|attributed|lead|cause|track|path
        0.6gh red herring
        0.65gh no .. plan|plans|procedures|process|runbook|runbooks|playbook .. for|to|of
        0.6gh could not|n't .. reach|get|log|access|enter .. each|at|in|into|the|equipment|building|systems|machines|tools
        0.6gh access|permissions|credentials|badges .. lapsed|expired|missing|did|not|lost|locked
        0.6gh thinly|short|under staffed|handed|staffing
        0.6gh explanations|hypotheses|theories|fixes|attempts .. tried|dropped|failed|discarded|abandoned
        0.6gh at first|initially .. took|thought|believed|suspected|blamed|read|looked|treated
        0.55gh knew|known|knowledge .. left|moved|gone|away|leave
        0.6gh misled|misleading|misattributed|misdiagnos*|mistakenly attributed|believed
        0.6gh communication|communications|escalation|handover|handoff|coordination .. gap|gaps|problem|lacking|poor|delayed|breakdown|late|slow
        0.6gh on|oncall call? .. not|unavailable|asleep|unreachable|away|no|holiday|missed|offline|online .. available|online|around|reachable|respond|call
        0.6gh only|one .. person|engineer|people|maintainer|member .. knew|knows|access|who|could
        0.6gh hard|difficult|difficulty|struggled|unable|tricky|challenging .. to|in .. diagnose|debug|find|identify|understand|determine|access|reproduce|troubleshoot|figure|recover|roll|revert|restore
        0.55gh raise|raised|declare|declared|report|reported|communicate|escalat* .. quicker|faster|sooner|earlier|late
        0.55gh sooner|earlier|quicker|faster .. could|should|have
        0.4gh should have .. declared|escalated|communicated|rolled|reverted|documented|known|been|updated|told|posted
        0.55gh not .. sure|clear .. how|what|who|why|which
        0.55gh no .. one .. available|knew|on|around
        -- time lost before anyone knew is a gap of detection
        0x took|taken .. minutes|hours|days|time|while|long .. before|to|until ... noticed|notice|detect|detected|spot|spotted|discovered|discover
        """#
}
