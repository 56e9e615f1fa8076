extension CueTables {
    /// General frames for people and for software that acts by itself.
    static let peopleFrames = #"""
        [human-action]
        -- a person by their work, and an act
        0.57t <role> .. <act>
        0.55t <role> ... <act>
        0.37t <role> was|were|is|are .. <acting>
        0.51t <role> .. had|has|have .. <act>
        0.59t <role> decide|decides|applies|removes|deletes|runs|closes|opens|changes|types|presses|restarts|starts|merges|promotes|drops|adds|raises|lowers|kills|stops|enters|approves
        0.55 <role> .. <slip>
        0.59 <slip> .. <act>|<acting>
        0.54t <act> .. by .. <role>
        0.55t <acting> .. by .. <role>
        0.45t by a|an|our|one|another .. <role>|team
        0.3t team|group|department|crew|desk|shift .. had|has? <act>
        -- nobody is named and somebody acted
        0.34t ^ <act>
        0.24t ^ <acting>
        0.55t step|steps|part|item ... left|skipped|omitted|missed|forgotten|not .. out|done|performed|carried|taken|followed
        0.68t entered|typed|written|set|keyed|copied|addressed|filed|labelled .. wrongly|incorrectly|twice
        0.55t removal|deletion|restart|shutdown|purge|import|restore|restoration|drop|wipe|switch|cleanup|failover|resize|reboot|swap|move .. was|were .. run|made|carried|performed|done|ordered|requested|started|executed|initiated|aimed|meant
        0.32t <outsider>|author|owner|client|team|department|group|manager|management|board|director .. made|makes|took|gave|handed|asked|ordered|requested|decided|agreed .. change|request|decision|order|list|identifiers|it|the
        0.6t attempt|attempts|effort|efforts .. to .. restore|fix|recover|repair|restart|clean|remove
        0.59t deleted|removed|run|ran|applied|executed|published|pushed|restored|installed|deployed .. on|from|to|in|against the|its|our wrong|live|production|primary|prod|main
        0.3t ran|running|executed|issued|typed|used|did|invoked .. kubectl|terraform|rm|drop|helm|git|kops|ansible|sudo|systemctl|docker|truncate|reboot|shutdown|delete|destroy|update|chmod|chown|dd|sql|psql|mysql|awscli|gcloud|az
        0.41t kubectl|terraform|kops|helm|git delete|destroy|apply|drain|scale|rollout|edit|patch|push|force|reset|update|upgrade|uninstall
        0.5t one|ad off|hoc .. script|change|command|job|fix|query|migration
        0.45t merged|merge|merging .. pr|pull|change|branch|commit|patch|it|without
        0.6t incident|outage|problem|it|this|issue|downtime started|began|happened|occurred|arose .. when|after|while .. <role>|we|i|team|someone
        0.45t caused|triggered|introduced|started|broken|set .. by .. <role>|us|me|our|team|manual|human|<upkeep>
        0.5t attempted|attempting|tried|trying .. to .. <act>|fix|clean|free|remove|delete|move|restore|upgrade|recover|speed|reduce|enable|disable|install
        -- in the first person
        0.71t i|myself .. <act>|<acting>
        0.35 we|us .. <act>
        0.44 we were|are|was .. <acting>
        0.27 we had .. <act>
        0.25 we ourselves|deliberately|knowingly|mistakenly|wrongly|then
        0.47t one|two|some|none of us|our|them .. <act>|engineers|engineer|staff|developers|administrators|operators|colleagues|people
        0.62t it was me|i|us|one
        0.64 my|our|his|her|their own? mistake|fault|error|oversight|finger|typo|doing
        0.64 mea culpa
        0.5 i|we am|are|was|were to blame
        -- something done in error
        0.58t in error|haste
        0.44t by mistake|accident|hand|oversight|inadvertence
        0.44t typed|keyed|entered|written|copied|pasted|overtyped|transposed|swapped .. wrong|incorrect|instead|hurry|by|into|twice
        0.42t wrong|incorrect|unintended|other|opposite <gear>|command|cluster|server|host|database|environment|button|cable|account|target|parameter|argument|directory|window|terminal|tab|region|node|group|rack|branch|input|file|files|prefix|interface|port|box|row|breaker|valve|tenant|project|customer|session|day|flag|tag|drive|disk|partition|address|order|date|key|stick|context|namespace|option|bucket|subscription|pool|line|lead|enclosure|copy|package|page
        0.6t instead of|the .. the|production|live|staging|test|one|dev|intended
        0.37t meant|meaning|intended|intending|supposed|wanted|thinking|believing|assuming|expecting .. to|that|it|he|she|they|for|was
        0.63t more .. than intended|meant|planned|requested|expected
        0.52t forgot|forgotten|forget|forgetting|overlooked|misread|mistook|misheard|misjudged|misunderstood|miscalculated|mistyped|misclicked|misplaced|mislabelled
        0.6t fat finger|fingered|fingers
        0.64t copy paste|pasted
        0.63t slip .. of|in
        0.78t human|operator|user|procedural|clerical|pilot error|errors|factors|factor|mistake|slip|intervention
        0.64t human initiated|hand|made|driven
        0.4 someone|somebody|anyone|person|people .. had|has|have|who|on|in|at|from .. <act>
        0.2 nobody|none|no .. <act>|touched|done|changed
        -- work that people carried out
        0.55t planned|scheduled|routine|regular|standard|ordinary|unplanned|emergency|manual|annual|weekly|monthly|nightly|controlled|deliberate|ad|previous .. <upkeep>
        0.64t during|while|after|following|amid|in|as .. maintenance|servicing|inspection|drill|exercise|works|cleaning|repair|repairs|debugging|troubleshooting|testing
        0.39t while|whilst|during|before|after|by .. <acting>
        0.34t manual|manually|by .. hand|<act>|<acting>|step|steps|change|command|process|entry|edit|override
        0.5t command|statement|change|query|switch|shutdown|purge|deletion|reboot|restart|batch .. was|were .. run|issued|executed|entered|typed|ordered|performed|carried|given|sent|made|applied .. by|on|against|in|with|from
        0.33t decided|decision|chose|chosen|choice|elected|agreed|opted .. to|of|by|that|not
        0.42 approved|authorised|authorized|signed|waved|accepted|agreed .. by|change|the|it|off|through
        0.62 step|steps|item .. skipped|omitted|missed|left|out|forgotten|not|n't
        0.38 left .. open|on|off|in|behind|running|enabled|disabled|there|unplugged|closed|unlocked|logged
        0.38t unplugged|uninstalled|disconnected|switched|turned|powered|plugged .. off|out|the|a|wrong|by|it
        0.58 at|from the|a|my|our keyboard|console|panel|terminal|controls
        0.5 hand edited|edit|typed|rolled|made
        0.5 personal|private .. account|laptop|machine|key|token
        0.33 ran|run|running .. the|a .. command|script|query|job|migration|playbook|statement

        [automation]
        -- software acted
        0.42t <engine> .. <engined>
        0.4t <engine> ... <engined>
        0.48t <engine> .. that|which .. <engined>
        0.35 <engine> .. had|has|was|were|is .. <engined>
        0.63t <engined> .. by .. <engine>|automation
        0.5t <engine> began|begins|started|starts|tried|tries|attempted|attempts .. to|a|deleting|removing|killing
        0.4t <engine> restarts|removes|deletes|kills|evicts|ejects|drains|scales|promotes|moves|takes|reclaims|closes|rejects|blocks|picks|reads|decides|treats|marks|overwrites|replaces|triggers|fires|engages|shuts
        0.79t automat* .. <engined>
        0.71t automat* .. <engine>
        0.4t self heal*|healing|repair|update|updating|updater|service|protection|test|correcting
        0.31t auto scal*|update|updates|updated|upgrade|failover|remediation|restart|approve|approved|merge|merged|renew|renewal|close|rollback|recovery|heal|healing|delete|scaler
        0.43t nightly|hourly|daily|weekly|monthly|periodic|scheduled|recurring|cron|background|batch .. job|jobs|script|task|run|process|import|sync|cleanup|export|purge|scan|reconciliation|archiver|timer|import|build|report
        0.64t health|liveness|readiness|startup|keepalive .. check|checks|probe|probes .. too|strict|fail*|kill*|restart*|late|eject*|mark*|remov*|shar*|timed|timing|took|pass*
        0.35t pods|containers|instances|nodes|hosts|servers|backends|members|workers .. were|was|got|being|are .. killed|evicted|terminated|ejected|drained|restarted|removed|replaced|recreated|reclaimed|rescheduled|fenced|marked|preempted
        0.38t on|of its|their own
        0.34t by itself|themselves
        0.56t unattended|unsupervised|unprompted|automatically
        0.44t failover|election|promotion|rebalance|rebalancing|autoscaling|reconciliation|compaction|eviction|garbage|resync|replication .. started|began|kicked|triggered|kept|moved|promoted|picked|chose|caused|was|ran|loop|storm
        0.34t crawler|bot|bots|scraper|robot|poller|watcher .. that|which|took|had|was|hit|ignor*|requested|sent|found|kept|closed|merged|rebased|opened
        0.5t rate limiter|limiting|limiters .. block*|reject*|throttl*|counted|shed|refus*|treated
        0.32t throttle|throttled|throttling|protection|safety|interlock|trip|cut .. engaged|kicked|tripped|activated|out|in|itself
        0.5t legitimate|genuine|healthy|innocent|valid|real .. blocked|refused|rejected|banned|flagged|killed|removed|suspended|locked|evicted|declined
        0.44 kept|keeps|keep|continued|continues .. <acting>|retrying|sending|looping|killing|evicting|restarting|routing|recreating
        0.48t bug|flaw|fault|mistake|error|defect|problem|race|logic .. in .. <engine>|automation|tooling|orchestration
        0.55t set|reset|scaled|reverted|rolled|changed|restored|put|switched back .. by|to .. <engine>|automation|automatically|default|original
        0.53t autoscaler|autoscaling|asg|hpa|vpa|karpenter|scaling .. group|terminated|removed|scaled|down|replaced|up|killed|too|added|did|not|n't|kept
        0.56t cleanup|culler|culling|retention|prune|pruning|gc|garbage|purge|lifecycle|expiry|eviction .. deleted|removed|ran|job|policy|script|process|kicked|did|n't|not|picked|collected
        0.55t sync|syncs|synced|reconcil*|drift|replicat* .. deleted|overwrote|removed|wiped|reverted|reset|propagated|pushed|applied|undid
        0.73 pipeline|ci|workflow|action|actions .. applied|ran|deployed|deleted|destroyed|overwrote|published|triggered|picked|failed|pushed|executed
        0.5 every .. seconds|minutes|minute|second|hour|night|time .. it|they|the .. <engined>|restarts|kills|deletes
        0.58 a|the reconcile|control|retry|feedback|remediation|restart|crash loop
        """#
}
