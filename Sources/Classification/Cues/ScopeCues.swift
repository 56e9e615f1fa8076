extension CueTables {
    /// Words that change what others mean: denial, doubt, hearsay, wishes, other times.
    static let scopes = #"""
        [denial-before]
        -- the text says it was not so
        1 not|n't|never .. caused|triggered|due|attributable|related|prompted|linked .. by|to|with
        1 not|n't|never .. result|fault|work|case|consequence|matter of
        1 was|were|is|are|be not|never actually|really|itself|in? a|an|the|any
        1 was|were|is|are|be not|never a|an|the|any
        1 n't a|an|the|any
        1 not because
        1 no|without|any evidence|indication|sign|signs|proof|suggestion|reason|trace .. of|that|to
        1 nothing to do with
        1 ruled|ruling|rules out
        1 ruled|ruling ... out
        1 idea|claim|claims|notion|suggestion|story|reading that .. rejected|denied|false|wrong
        1 denied|denies|deny|denying|rejected|rejects|dismissed|dismisses|refuted|refutes|disputed|disputes|rebutted|contradicted|debunked
        1 pushed back .. on|against
        1 rather than
        1 as opposed to
        1 instead of
        1 unrelated to
        1 contrary to
        1 neither
        1 did|does not|n't involve|include|stem|originate
        1 n't involve|stem|originate
        1 not involve|involving
        1 no <ainoun> .. agent|tool|system|model|assistant|code? was|were|is|took|had|made
        1 no <ainoun> was|were|is|took|had|made
        1 was|is|were false that
        1 false|untrue|incorrect|inaccurate|wrong|mistaken that|to
        1 no .. attack|intrusion|breach|compromise
        [denial-after]
        -- the text says what stands before was not so
        1 was|were|is|has|have|been .. ruled out
        1 played|plays|had|took no role|part|hand|involvement|bearing
        1 was|were|is|are not .. involved|responsible|blame|cause|factor|fault|reason|source|case|behind|true|used|at
        1 n't .. involved|responsible|blame|cause|factor|fault|reason|source|case|behind|true|used|at
        1 had|has nothing to do
        1 did|does not|n't .. cause|contribute|trigger|play|make|act|initiate|take|perform|carry|lead|touch
        1 n't .. cause|contribute|trigger|play|make|act|initiate|take|perform|carry|lead|touch
        1 is|was|are|were .. false|untrue|unfounded|baseless
        1 could be|was|were .. excluded|dismissed|denied|rejected
        1 never .. touched|acted|executed|ran|made|initiated|took

        [negation]
        -- it did not happen
        1 not|no|never|without|nor|cannot|n't

        [possibility]
        -- offered as possible only
        1 may|might|could have
        1 may|might .. be|been|caused
        1 possibly|perhaps|probably|presumably|suspected|suspect|suspects|suspecting|suspicion|suspicions|hypothesis|hypothesise|hypothesize|theory|theorised|speculate*|speculation
        1 likely|potentially due|caused|because|related|the|a|result*|that|from
        1 most likely
        1 believe|believed|believes|think|thought|assume|assumed .. that|was|were|is|to|it|this
        1 we think|believe|suspect
        1 appears|appeared|seems|seemed to|that|like|as
        1 investigating|investigate|examining|probing|checking|looking whether|if|into|reports|possible|a|the
        1 under investigation
        1 unclear|unknown|unconfirmed|undetermined|possible
        1 not clear|known|confirmed|yet
        1 being investigated|examined
        1 whether
        1 initially|originally|first .. suspected|thought|believed|assumed|attributed|blamed
        [possibility-after]
        -- what stands before is offered as possible only
        1 is|are|was|were|being|been suspected
        1 is|are|was|were .. likely|possible|plausible|suspected
        1 is|are|remains|remain .. under investigation|investigated|unclear|unconfirmed|examined
        1 has|have not been confirmed|verified|established
        1 cannot|n't be ruled|excluded
        1 not been ruled|excluded

        [rumour]
        -- told by nobody in particular
        1 rumour*|rumor*|speculat*|gossip|allegedly|reportedly|supposedly|purportedly|apparently
        1 reports|posts|articles|headlines|stories|coverage|commentators|outlets|media|users|observers|critics|accounts|threads .. suggest*|claim*|blam*|alleg*|said|saying|speculat*|pointed|pinned|attribut*|linked|circulat*|insist*|assert*
        1 social media
        1 headlines|commentators|posts|rumours|pundits|outlets|tabloids|forums .. spoke|talked|wrote|ran|told|called|named|declared
        1 rumour|rumor|rumored|scapegoat|hearsay
        1 was|were|been|being|had put|tied|linked down? to
        1 was|were|been|being widely? publicly? quickly? blamed|attributed|pinned|alleged|rumoured|rumored|accused
        1 widely|quickly|soon blamed|attributed
        1 was|were|been widely? described|portrayed|depicted|characterised|characterized|painted .. as
        1 unconfirmed|unverified|anonymous .. report|reports|claim|claims|post|posts|account|accounts
        1 early|initial|first|some|press|media|news|online reports|coverage|accounts|headlines|stories|articles|posts

        [claim]
        -- a claimant is named
        1s people|persons|person|sources|source|employees|insiders|workers|engineers .. familiar|close|briefed|knowledge ... <says>
        1s people|persons|person|sources|source|employees|insiders|engineers|someone|workers|staff .. familiar|close|briefed|knowledge
        1s insiders|insider|sources|employees|whistleblower|whistleblowers .. <says>
        1s customers|customer|users|user|client|clients|researchers .. said|say|says|claimed|claims|claim|alleged|alleges|blamed|blames|insisted|insists
        1s citing .. people|sources|insiders|employees
        1s according to ... familiar|insiders|sources|employees|customers|customer|users|posts|reports
        1s according to .. people|persons|person|insiders|sources|employees|staff|customers|customer|users|user
        1 ^ it|they|he|she also|has? speaks|spoke|says|said|denies|denied|maintains|insists|attributes|attributed|adds|disputes|disputed|rejects|rejected|stated|blames|blamed
        1 according to .. company|vendor|provider|spokesperson|spokeswoman|spokesman|statement|regulator|report|operator
        1 company|vendor|provider|spokesperson|spokeswoman|spokesman|representative|firm|regulator|auditor|investigators|officials|manufacturer|maker|statement|operator|ceo|cto .. said|says|told|stated|states|confirmed|confirms|explained|announced|admitted|acknowledged|added|insisted|insists|maintained|maintains|denied|denies|disputed|disputes|rejected|rejects|dismissed|attributed|concluded|found|determined|wrote|blamed|described|describes|calls|called|clarified|contradicted|refuted

        [confirmation]
        -- it is settled
        1 confirmed|confirms|confirm|established|determined|concluded|verified|acknowledged|admitted|admits
        1 turned|turns out
        1 we now know
        1 in fact

        [correction]
        1 turned out
        1 in fact|reality
        1 it emerged

        [remedy]
        -- something to do, not something that was
        1 will|we'll|i'll|going|plan|plans|planning|intend|intends|aim be|to|also|now|never|not|only|have|ensure|add|make|improve|help|reduce|prevent|continue
        1 will|we'll|i'll
        1 we|team|i .. plan|intend|aim|want|need|hope to
        1 need|needs|have|has|ought to
        1 should|must|shall be|also|not|only|always|never|ensure|add|have|use|make|consider|require|include|document|do|verify|implement|treat|remove|run
        1 we|i|you|it|they|teams|organizations|agents|developers|systems|companies should|must
        1 to prevent|avoid|ensure|reduce|mitigate|minimise|minimize|guard
        1 so that|as
        1 has|have since been
        1 action|actions items|item
        1 recommend*|consider|considering|propose*|suggestion
        1 has|have now|since
        1 we|team are|is|were|'re adding|building|working|improving|implementing|reviewing|planning|introducing|changing
        1 we're adding|building|working|improving|implementing|reviewing|planning|introducing|changing
        1 going forward
        1 in future|the? future
        1 next time
        1 prevent|preventing|avoid|avoiding .. recurrence|repeat|again|similar|future
        1 ^ add|adding|create|ensure|improve|implement|document|consider|continue|evaluate|establish|introduce|enhance|define|develop|require|enforce|automate|provide|strengthen|expand|assess|explore|educate|train|encourage|schedule|look|make|set|investigate|review|improving|implementing|reflect|raise|read|educate|never|always|avoid|prefer|use|limit|route|include|keep|maintain|treat|verify|validate|test|monitor|track|write|build|extend|clarify|adopt|harden|migrate|move|upgrade|update|increase|reduce|replace|separate|assign|perform|conduct|follow a|an|the|our|all|more|that|how|if|for|better|new|whether|and|your|any|each|automated|sure|up|into|clear|additional|multi|some|alerts|alerting|monitoring|tests|documentation|to|critical|only|every|human|strict|proper

        [hypothetical]
        -- a condition or a general truth
        1 if
        1 in case|theory
        1 would|could|can lead|result|cause|be|break|fail|allow|mean|trigger|bring|happen|take|impact|affect
        1 would
        1 unless
        1 often|typically|usually|generally|commonly|frequently caused|happens|happen|due|result|triggered
        1 many|most outages|incidents|failures
        1 is|are never|rarely|seldom a|an|the
        1 imagine|suppose|hypothetical*
        1 in general
        1 for example|instance

        [elsewhere]
        -- another incident than this one
        1 unlike|similar .. earlier|previous|prior|other incident|incidents|outage|outages|case|cases
        1 previous|earlier|prior|past|another|unrelated|separate|similar incident|incidents|outage|outages
        1 last year|month
        1 years ago|earlier
        1 in an|a earlier|previous|unrelated|separate
        1 a year ago|earlier|before

        [helped]
        -- it kept things smaller
        1 helped us|to|limit|reduce|contain|find|identify|spot|diagnose|detect|speed|restore|the
        1 helped
        1 thanks to
        1 fortunately|luckily|thankfully
        1 prevented .. further|worse|more|wider|larger
        1 worked as|well expected|designed|intended
        1 kept .. smaller|limited|contained
        1 limited the impact|damage|blast
        1 spotted|flagged|caught|identified|detected .. early|quickly|immediately

        [causal]
        -- cause and effect are tied
        1 caused|causing|causes|cause
        1 due to
        1 because
        1 because of
        1 resulted|resulting|results|result in|of
        1 led|leading|leads to
        1 triggered|triggering|triggers
        1 root|underlying|proximate|direct cause|issue|problem|trigger
        1 as|a result|consequence
        1 brought|took|taking|bringing .. down|offline|out
        1 broke|breaking|breaks
        1 stemmed|stemming|arose|originated|resulted from
        1 responsible for
        1 attributed|attributable to
        1 made|making it|this? possible|worse
        1 contributed|contributing to
        1 meant|meaning
        1 which|this|that|it .. prevented|stopped|blocked|knocked|left
        1 started when|after|with
        1 began when|after|with
        1 happened when|because|after
        1 occurred when|because|after
        1 after which
        1 when .. we|i|engineer|engineers|operator|team
        1 exacerbated|compounded|aggravated|worsened
        1 accidentally|inadvertently|mistakenly|unintentionally

        [incident]
        -- something went wrong
        1 outage|outages|downtime|postmortem|incident|incidents|disruption|retrospective|retro
        1 post mortem
        1 root cause
        0.6 unavailable|unreachable|unresponsive|degraded|offline|inaccessible|crashed|crashing|crash|broke|broken|failed|failing|failures|failure|errors|error|down|compromised|breach|attack|leaked|lost|vulnerability|vulnerabilities|deleted|destroyed|wiped|hallucinated|fabricated|abuse|exploited|malicious
        0.6 caused|triggered|due|resulted
        [notice]
        -- the text announces, explains or instructs
        1 announce|announcing|announcement|introducing|introduce|excited|pleased|proud|launching|launch
        1 today we
        1 now available
        1 how to
        1 you can|should|need|must|may
        1 your account|team|incident|gem|project|package|device|profile
        1 policy|guide|handbook|playbook|onboarding
        1 rolling out
        1 new feature
        1 please
        1 in this post|guide|document

        [ai]
        -- AI is spoken of
        1 <aiplain>
        1 ai agent|agents|assistant|tool|tools|model|chatbot|bot|coding|system
        1 agent|agents .. deleted|decided|acted|stated|hallucinated|apologised|apologized|autonomously
        1 coding|autonomous|agentic|trading|ordering agent|agents|assistant|tool
        1 artificial intelligence
        1 language model|models
        1 prompt injection|injected
        1 machine learning
        1 coding agent|assistant|tool
        1 agentic|hallucinat*
        1 mcp|tool poisoning|server
        1 system prompt|prompts
        1 assistant|assistants|summariser|summarizer|summarisers|copilots
        1 remediation|ops|claims|support|scheduling|voice|dispatch|pricing|tuning|cleanup|shopping|booking|incident|response|customer|facing|research|trading|maintenance|triage|review|content|personal|service agent|agents|bot
        1 agent|bot|model|tool|copilot .. suggested|answered|recommended|wrote|generated|proposed|concluded|inferred|invented|advised|misread|misunderstood|summarised|summarized|drafted|classified|predicted|reasoned|interpreted
        1 agent|agents|bot .. removed|ran|wiped|closed|cancelled|rebooted|restarted|sent|bought|booked|overwrote|executed|terminated|merged|refunded|instructed|asked|told
        1 neural|generative|self learning|network|ai
        1 learning based|model
        1 neural|generative
        1 moderation|fraud|screening|recommendation|pricing|scoring|forecast|forecasting|claims|triage|speech|translation|trained model|models|system
        1 written|generated|drafted|translated|done|produced by a|the? model|machine|bot|assistant|llm
        1 prompt|prompts
        1 driverless|robotaxi|robotaxis|autopilot
        1 self driving|driven
        1 autonomous|automated vehicle|vehicles|car|cars|truck|taxi|taxis|driving|mode
        1 facial|face|speech|voice|image recognition|transcription
        1 transcription|translation|summary|summarisation|summarization|captioning tool|service|software|system|feature|model
        1 ranking|pricing|price|scoring|recommendation|moderation|risk|fraud|matching|screening algorithm|algorithms|model|models
        1 algorithm|algorithms .. decided|chose|picked|flagged|rejected|paid|priced|recommended|scored|ranked|selected|assigned
        1 made|generated|written|summarised|summarized|condensed|transcribed by .. machine|software|model|ai

        [assistive]
        -- the AI informs or drafts, people decide
        1 only|merely|just|simply suggest*|recommend*|advis*|assist*|propos*|draft*|answer*|inform*|offer*|summar*|display*|point*
        1 suggest*|recommend*|advis*|assist*|propos*|draft*|answer* only|alone
        1 cannot|n't|unable .. act|execute|run|make|change|apply|deploy|delete|touch|write|modify .. anything|changes|change|commands|own|itself|production|systems|alone
        1 could|can|does|did|do not|never act|execute|run|make|change|apply|deploy|delete|touch|write|modify|take .. anything|changes|change|commands|own|itself|production|systems|alone|action|actions
        1 no ability|power|permission|permissions|access|authority|rights|credentials to .. act|execute|make|change|apply|deploy|delete|touch|write|modify|production|anything
        1 mistaken|mistook|mistaking|misunderstood|confused|conflated|misread|misinterpreted|misrepresented|misdescribed|mischaracterised|mischaracterized ... <ainoun>|tool|assistive|autonomous|assistant|for
        1 misunderstanding|confusion|misconception|mischaracterisation|mischaracterization ... <ainoun>|tool|assistive|autonomous|role
        1 <ainoun>|tool|assistant|it is|was|are|were .. advisory|assistive
        1 advisory|assistive tool|assistant|role|only|feature|capacity
        1 assists|assist|advises|helps .. engineers|developers|operators|people|staff|users|humans|them|teams
        1 human|humans|engineer|engineers|operator|operators|person|people|developer|developers .. decide|decides|decided|approve|approves|approved|accept|accepts|press|confirm|confirms|click|clicks|apply|applies|run|runs ... suggestion|suggestions|recommendation|recommendations|it|them|change|changes|command|commands|proposal
        1 requires|require|needs|needed|required .. human|engineer|person|operator|explicit|manual approval|confirmation|decision|sign|authorisation|authorization|authorised|to
        1 not .. autonomous|autonomously|agent|agentic
        1 no autonomy
        1 wrongly|incorrectly|falsely|mistakenly described|portrayed|reported|presented|called|labelled|labeled|assumed|believed|taken

        [cause-follows]
        -- what comes next is the cause
        1 due to
        1 because
        1 caused|triggered|induced|provoked|prompted|precipitated|brought .. by|on
        1 resulted|resulting|stemmed|stemming|arose|arising|originated|originating from
        1 result|consequence of
        1 as|since .. result|consequence of
        1 root|underlying|direct|proximate|primary|main cause|causes|reason|trigger .. was|is|were|being
        1 cause|reason .. was|is|were|turned|being
        1 attributed|attributable|traced|owing|thanks .. to
        1 reason|why .. was|is
        1 started|began|happened|occurred|failed when|after|because|while
        1 when|after we|i|engineer|engineers|operator|team|an

        [cause-precedes]
        -- what came before is the cause
        1 caused|causing|causes
        1 led|leading|leads .. to
        1 resulted|resulting|results in
        1 triggered|triggering|triggers
        1 broke|crashed|brought|took|knocked|overwhelmed|overloaded|prevented|blocked|stopped|left|made|disrupted|affected|impacted|deleted|removed .. the|all|our|a|it|down|services|users|customers
        1 meant|meaning|so that
        1 which .. meant|caused|led|prevented|stopped|broke|made|left|resulted|triggered|blocked
        1 as|with a? result
        1 exacerbated|compounded|worsened|contributed|responsible .. to|the|for

        [response]
        -- done to end it, not what began it
        1 to fix|mitigate|resolve|restore|recover|remediate|alleviate|relieve|stabilise|stabilize|unblock|revert|rollback|repair|workaround|recreate|bring|clear|reduce|help|address|investigate|debug|diagnose|confirm|verify|check|stop|stem|force|allow|free
        1 resolved|fixed|mitigated|restored|recovered|remediated|repaired|stabilised|stabilized|solved
        1 revert|reverted|reverting|rollback|hotfix|hotfixed|hotpatch|workaround|failback
        1 rolled|rolling|roll back
        1 roll|rolled forward
        1 back online|up|to? normal
        1 fix|patch|mitigation|solution|change was|were|is .. deployed|released|applied|shipped|rolled|merged|implemented|pushed|made|live
        1 deployed|released|applied|shipped|merged|pushed|issued|implemented|published .. fix|hotfix|patch|mitigation|workaround|revert|correction|repair
        1 manually|forcibly restarted|restart|restarting|deleted|scaled|recreated|rebooted|restored
        1 restarted|restarting|rebooted|rebooting|recreated|redeployed|rescheduled|scaled .. pods|pod|service|servers|server|the|all|nodes|node|cluster|up|deployment|hub
        1 began|begin|begins|started|starts|start|decided|decide|decides|proceeded .. restoring|recovering|rolling|reverting|investigating|recovery|rollback|failover|mitigation|revert|restart
        1 service|services|traffic|normal|operations|operation .. restored|recovered|resumed|stable|normal

        [found]
        -- the problem was seen
        1 alert|alerts|alarm|alarms|page|pager|monitoring|probe .. fired|fires|triggered|triggers|paged|received|raised|sent|started|showed|firing|detected|reported
        1 alerted|paged|pinged|escalated|noticed|notices|detected|detects|spotted|discovered
        1 reported|reports|reporting|report|complain*|ticket|tickets|messages .. issue|issues|problem|problems|error|errors|by|from|that|unable|slow|down|user|users|customer|customers|outage
        1 user|users|customer|customers|developer|developers|team|someone .. reported|reports|report|notified|informed|mentioned|complain*|contacted
        1 incident .. declared|opened|started|created|called|raised|repaired
        1 investigating|investigation|investigate|investigates|troubleshooting|debugging|looking .. into|the|started|begins|began|begun|starts|issue|why
        1 identified|identifies|identify|root cause|realised|realized
        1 on|oncall call? engineer|engineers|team|person .. alerted|paged|notified|responded|begins|started|looks

        [past]
        -- it is over
        1 was|were|had|did|been|began|became|started|failed|caused|broke|went|took|led|resulted|stopped|crashed|ran|lost|deleted|dropped|removed|changed|deployed|triggered|affected|experienced|received|returned|happened|occurred

        [reader]
        -- the reader is spoken to
        1 you|your|yours|yourself|you're|you've|you'll

        [blame]
        -- an AI is blamed in passing
        1 blame*|attribut*|pinned|pin|accus*|fault|alleg*|claim*|rumour*|rumor*|speculat* ... <ainoun>
        1 <ainoun> ... blame|blamed|accused|fault|alleged|rumoured|rumored|responsible|behind
        """#
}
