extension CueTables {
    /// How engineers say it when they write up their own incidents: plain, in the past, seldom with the term of the field.
    static let accounts = #"""
        [classes]
        slow = slowed delayed hampered hindered prolonged lengthened complicated impeded extended lengthier slower longer drawn
        repair = recovery response diagnosis mitigation resolution investigation fix restoration rollback repair debugging troubleshooting remediation identification restore triage resolving recovering fixing restoring diagnosing
        duration = minutes hours hour days day weeks week months month while time minute
        seeing = notice noticed noticing detect detected detecting discover discovered discovering realise realised realize realized spot spotted alert alerted catch caught aware detection discovery
        trouble = error errors failing failed failures failure timeout timeouts timing crashing crashed crash crashes unavailable unresponsive unreachable slow slowness degraded degradation outage downtime 500s 502s 503s 504s broken stuck hang hung hanging
        practice = engineer engineers operator operators developer developers administrator administrators admin admins technician technicians employee employees contractor contractors maintainer maintainers sre sres staff member members lawyer lawyers attorney attorneys counsel author authors researcher researchers reviewer reviewers user users customer customers official officials clerk clerks nurse nurses doctor doctors physician physicians editor editors founder programmer trader traders pilot crew student students teacher manager managers colleague dba dbas sysadmin
        trigger = ran run executed issued applied deleted removed dropped changed modified edited disabled enabled pushed deployed merged upgraded migrated restarted rebooted switched moved renamed rotated revoked cordoned drained terminated truncated overwrote wiped replaced resized reduced increased raised lowered unplugged disconnected cut pulled entered typed uploaded published committed created added configured installed cleaned cleared reset copied pasted imported scaled shut turned flipped approved accepted filed submitted signed forgot clicked started initiated performed scheduled rolled

        [human-action]
        -- somebody's act stands where the account gives the cause
        0.85t a|an|one|another|our|the|two|some .. <practice> .. accidentally|inadvertently|mistakenly|unintentionally|erroneously|unknowingly|incorrectly|wrongly
        0.8t i|we|he|she|they accidentally|inadvertently|mistakenly|unintentionally|erroneously|unknowingly|forgot|mistyped|overlooked
        0.87t accidentally|inadvertently|mistakenly|unintentionally|erroneously|unknowingly <trigger>|deleting|removing|running|changing|applying|disabling|pushing|exposing|publishing|committing|leaking|committed|exposed|leaked
        0.76t while|when|whilst|after|as|once|because <practice> .. <trigger>|was|were
        0.48t while|when|whilst|after|as|once|because a|an|one|another|our|the .. <practice> .. <trigger>|was|were
        0.53t when|after|as|once|because|while|since we|i .. <trigger>|<acting>
        0.55t we|i .. <trigger> ... which|causing|resulting|leading|thinking|assuming|without|not
        0.69t we|i were|was|had|have been? <acting>|deploying|adding|trying|working|preparing
        0.79t caused|triggered|introduced|initiated|started|made|performed|executed|run|applied|deleted|removed|changed|merged|pushed .. by|from .. a|an|one|our|the|another .. <practice>|team|colleague
        0.47t one|member|members|some of our|the|us|my|their .. <practice>|team .. <trigger>|had|was|did
        0.5t manual .. error|mistake|change|step|intervention|process|operation|deletion|configuration|update|command|deployment|migration|edit|failover|restart|upgrade|entry
        0.72t during .. manual|planned|scheduled|routine|regular .. maintenance|upgrade|operation|work|change|migration|test|exercise|failover|procedure|activity|cleanup|scaling|rotation
        0.7t during .. maintenance|migration|upgrade|cleanup|cutover|switchover|drill|exercise .. we|<practice>|team|operator .. <trigger>
        0.65t the|a|an|this command|script|query|migration .. was|were .. run|executed|issued|applied|entered .. against|on|in|by|with .. wrong|production|prod|live|all|the|every
        0.54t against|on|in|to the? wrong|production|live instead|rather|account|cluster|database|environment|server|namespace|region|project
        0.69t without .. realising|realizing|knowing|noticing|checking|verifying|reading|telling|informing|confirming|asking|reviewing
        0.7t did|had not|n't .. follow|followed .. procedure|process|checklist|runbook|instructions|protocol|steps|policy|guidelines
        0.7t procedure|process|checklist|protocol|instructions|steps|policy .. not|n't .. followed
        0.59t forgot|forgotten|neglected|omitted|missed|failed to .. update|renew|remove|enable|disable|restart|add|set|apply|run|change|rotate|include|check|revert|pay|tell|notify|verify|migrate|copy|configure
        0.68t made|make|making|had a .. change|mistake|error|decision .. to|in|that|by|which|of
        0.44t decision|decided|chose|choice|opted .. to|of|by .. not|delay|skip|disable|proceed|continue|bypass|override|keep|deploy|restart|delete|remove|postpone|move|upgrade|migrate|use|raise|lower|reduce|increase|turn|switch
        0.65 submitted|filed|signed|published|approved|shared|posted|accepted|merged .. without .. checking|reviewing|verifying|verification|reading|review|testing
        0.3 gave|given|granted|granting|giving .. agent|it|tool|assistant|bot|model|them .. access|permission|permissions|credentials|full|write|root|admin
        0.55t switch|procedure|command|operation|process|step|task|test|exercise .. carried|performed|conducted|executed|undertaken .. by|incorrectly|on|in|out

        [automation]
        -- something ran by itself and went wrong
        0.9t automated|automatic .. system|process|script|job|tool|tooling|failover|update|upgrade|cleanup|scaling|rollback|recovery|remediation|deployment|pipeline|workflow|backup|restart|reboot|renewal|mitigation|protection .. caused|triggered|deleted|removed|failed|did|n't|not|incorrectly|started|began|kicked|restarted|was|had|made|then|attempted|reverted|overwrote|terminated|pushed|applied|blocked|moved|shut|scaled|evicted
        0.88t automatically .. <harmed>|restarted|promoted|upgraded|updated|applied|scaled|switched|marked|rebooted|reassigned|renewed|failed|created|added|moved|merged|deployed|rolled|reduced|banned|retried|published|locked|synced|replaced|rescheduled|rebalanced|triggered|taken
        0.7t autoscaler|autoscaling|autoscale|hpa|karpenter|asg ... removed|terminated|killed|scaled|did|not|n't|failed|added|unable|could|kept|drained|evicted|moved|launched|reduced|slow|down|misconfigured|decided|selected
        0.7t scaled|scaling|scale .. down|up|in|out .. by .. autoscaler|autoscaling|automation|automatically
        0.73t cron|cronjob|scheduled|nightly|hourly|daily|weekly|periodic|background|batch|recurring .. job|task|script|process|run|import|export|sync|backup|cleanup|scan|reindex|deployment|workflow|pipeline .. failed|deleted|caused|started|ran|overloaded|consumed|triggered|locked|did|kicked|removed|overwrote|generated|hit|began|was|had|used|exhausted|took|not|n't|picked|which|that
        0.58t script|job|pipeline|workflow|controller|operator|bot|daemon|reconciler|terraform|ansible|puppet|chef|flux|argocd|ci|cd|renovate|dependabot ... deleted|removed|destroyed|recreated|overwrote|reverted|wiped|terminated|purged|disabled|restarted|dropped|pruned|replaced|unpublished
        0.76t liveness|readiness|health|startup probe|probes|check|checks|healthcheck|healthchecks .. failed|failing|fail|fails|killed|restarted|marked|removed|timed|timing|returned|all|started|continued|too|evicted|kept|pulled
        0.7t removed|marked|pulled|ejected|taken|evicted|drained|killed|restarted|terminated|cycled .. by|from|as|out .. load|health|liveness|kubernetes|kubelet|rotation|unhealthy|probe|autoscaler|service|pool
        0.6t kubernetes|kubelet|scheduler|orchestrator|nomad|mesos|ecs|swarm|supervisor|systemd|watchdog|eks|gke|aks .. killed|restarted|restarting|evicted|evicting|rescheduled|terminated|moved|drained|kept|keeps|continued|started|stopped|killing|tried|placed|assigned|upgraded|automatically
        0.44t failover .. did|was|failed|triggered|never|n't|not|kicked|happened|occurred|caused|initiated|process|mechanism|logic|loop|back|again|to
        0.7t auto|automatic|automated upgrade|upgraded|update|updated|updates|upgrades|failover|restart|remediation|healing|repair|merge|merged|scaling|renewal|deploy|deployed|rollback|assign|vacuum|approve|approved|suspend|suspended|ban|banned
        0.7t rate|abuse|spam|fraud|ddos|bot|intrusion|anti limiter|limiting|limits|detection|filter|filters|protection|prevention|abuse|spam|virus .. blocked|flagged|banned|triggered|suspended|throttled|kicked|locked|rejected|disabled|marked|mistakenly|dropped
        0.76t account|accounts|project|projects|domain|ip|address|addresses|traffic|requests .. was|were|been|got automatically|auto? suspended|banned|blocked|flagged|locked|disabled|throttled|terminated
        0.64t retried|retries|retry|resubmitted|requeued|reprocessed|rescheduled .. automatically|endlessly|indefinitely|forever|loop|continuously|repeatedly|times
        0.77t kept|keeps|keep|kept|continually|continuously|repeatedly restarting|retrying|crashing|killing|recreating|deleting|terminating|evicting|scaling|failing|rescheduling|routing|sending|reverting|requesting
        0.78t crash|restart|boot|reboot|retry|reconciliation|reconcile|failover|infinite|update loop|loops|looping
        0.69t bug|flaw|error|defect|race|fault|misconfiguration|mistake|issue|problem .. in|with|of .. automation|automated|script|scripts|pipeline|autoscaler|scheduler|controller|orchestration|tooling|workflow|provisioning|job|cron|deployment
        0.65t our|the|an|this|internal automation|tooling|pipeline|orchestration|scheduler|provisioner .. did|was|had|would|n't|not|failed|attempted|tried|assumed|picked|applied|also|then|incorrectly|ran|treated|removed|created|which|that|pushed

        [dependency]
        -- it lay with somebody else
        0.87t our|the|a|an|their upstream|cloud|hosting|third|external|infrastructure|payment|email|sms|dns|cdn|network|service|identity|telecom|internet|hardware|data provider|party|host|vendor|supplier|partner|carrier|provider|processor|center|centre|registrar|isp .. had|was|experienced|suffered|experiencing|reported|confirmed|is|were|has|outage|issue|issues|failed|failure|maintenance|incident|performed|made|started|changed|identified
        0.67t issue|issues|problem|problems|outage|incident|failure|failures|degradation|disruption|errors|interruption|maintenance|bug|latency|fault|changes .. with|at|in|by|from|on|of .. our|the|a|an .. provider|vendor|supplier|partner|carrier|isp|host|third|upstream|cloud|data
        0.8t caused|triggered|due .. by|to .. provider|vendor|supplier|carrier|partner|third|upstream|aws|azure|gcp|google|amazon|cloudflare|microsoft|github|fastly|digitalocean|heroku|linode|hetzner|ovh|akamai|stripe|twilio|okta|auth0|sendgrid|mailgun|datadog|mongodb|rackspace|docker
        0.33t aws|azure|gcp|google|amazon|cloudflare|microsoft|github|fastly|digitalocean|heroku|linode|hetzner|ovh|akamai|stripe|twilio|okta|auth0|sendgrid|mailgun|rackspace|docker|letsencrypt|npm|pypi|s3|ec2|rds|cloudfront|route53|gcs|gke|eks|aks .. outage|incident|issue|issues|problem|problems|was|were|had|experiencing|experienced|failed|failure|down|unavailable|degraded|started|stopped|returned|returning|changed|support|confirmed|acknowledged|deprecated|removed|throttled|maintenance|api
        0.54t bug|bugs|regression|issue|problem|change|vulnerability|release|version .. in|of|with|from .. upstream|library|package|dependency|module|driver|kernel|vendor|client|sdk|third|chart|plugin
        0.82t upstream .. bug|change|release|issue|regression|outage|library|project|provider|package|api|dependency|failure|service|problem|fix
        0.72t api|service|endpoint|system|platform|database|cluster .. owned|operated|run|managed|maintained|provided|hosted .. by .. another|other|third|separate|different|external|vendor|provider|partner|our
        0.49t another|other|different|separate|platform|infrastructure|networking|internal team|service|services|department .. outage|had|was|failed|change|changed|made|deployed|were|down|unavailable|unavailability|depends|issue
        0.7t downstream|upstream|dependent|underlying|shared service|services|system|systems|component|dependency|provider|infrastructure|database|platform .. failed|was|were|unavailable|down|failing|slow|outage|timed|became|returned|had|errors|degraded
        0.67t depend|depends|depended|dependent|dependency|relies|relied|rely|reliant .. on|upon .. which|that|external|third|single|aws|another|service|same|internal|provider|s3|upstream
        """#
}
