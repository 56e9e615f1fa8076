extension CueTables {
    /// Software acted on its own and did the wrong or surprising thing.
    static let automation = #"""
        [automation]
        -- named automation did it
        0.65t <robot> ... <harmed>
        0.5 <robot> .. that|which .. <harmed>
        0.6t <robot> .. bug|failed|misbehaved|incorrectly|erroneously|wrongly|mistakenly|unexpectedly|continuously|attempted
        0.45 <robot> .. did|could|was not|n't
        0.45c <robot>
        0.65t automated|automatic .. process|system|job|task|script|rollout|update|failover|cleanup|deployment|tool|tooling|workflow|mechanism|remediation|recovery|action|restart|scaling ... <harmed>
        0.45c automated|automatic process|system|job|task|script|rollout|update|updates|failover|cleanup|deployment|tool|tooling|workflow|mechanism|remediation|recovery|action|restart|restarts|scaling|rebalancing|mitigation|configuration|upgrade|upgrades
        0.65t automatically .. <harmed>
        0.65t was|were|been|being|gets|got automatically .. deleted|removed|terminated|killed|evicted|suspended|disabled|reverted|triggered|scaled|blocked|throttled|upgraded|updated|applied|restarted|promoted|rolled|published|deployed|purged
        0.5c automatically
        0.6t automation .. bug|flaw|fault|error|reverted|removed|deleted|did|was|only|failed|ran|took|made|that
        0.6 deployment|deploy|infrastructure|apply|release|ci automation|pipeline .. reverted|failed|applied|deleted|destroyed|could|bug|overwrote|picked|did
        0.55 bug|defect|flaw|error|race|fault .. in .. automation|pipeline|script|tooling|orchestration|autoscaler|scheduler|controller|workflow
        -- scaling, eviction, failover and health checks turning against the service
        0.6t autoscal* .. from|down|to|removed|terminated|failed|did|could|not|bug|scaled|increase|too|added|aggressive*
        0.5c autoscal*
        0.65t health|liveness|readiness|startup check|checks|probe|probes ... failed|failing|killed|restarted|removed|evicted|marked|returned|kept|restarting|healthy|unhealthy|pulled|took
        0.5c health|liveness|readiness check|checks|probe|probes
        0.5c healthcheck*
        0.6 healthchecks|healthcheck ... healthy|returned|failed|marked
        0.6t failover .. did|failed|triggered|kicked|logic|mechanism|loop|incorrectly|automatically|process|was|not
        0.55t failed over .. automatically|unexpectedly|incorrectly|repeatedly
        0.6t automatic failover|promotion|eviction|restart|rebalancing|throttling|repair|recovery|reboot|reboots
        0.6t split brain
        0.6t self healing|repair|heal|protection .. removed|deleted|restarted|caused|triggered|made|loop|kept
        0.6t evicted|evicting|eviction|evictions
        0.5 kept|keeps|continued|continues restarting|killing|terminating|deleting|recreating|retrying|routing|evicting|rebuilding|replacing|scaling|sending
        0.55 continued|kept to? routing|route|send|sending traffic|requests
        0.6t scheduled|cron|nightly|periodic|recurring|background job|task|script|process|pipeline|run|cleanup|scan|workflow|build ... triggered|ran|deleted|failed|started|removed|kicked|overloaded|locked|purged|overwrote|caused|picked
        0.5c scheduled|cron|nightly|periodic|background job|task|script|process|pipeline|cleanup
        0.6t supervision|supervisor|watchdog|orchestration|control|reconciliation|retry|remediation logic|loop|plane|system .. did|failed|not|kept|killed|restarted|deleted|removed
        0.6t detects|detected this|that|it .. setting|sets|set|scaling|scaled|removing|deleting|resetting
        0.6 set|reset|scaled back to
        0.6t by itself|themselves ... elected|moved|installed|removed|deleted|failed|switched|restarted|promoted|withdrew|shut|scaled
        0.6t elected|moved|installed|removed|deleted|switched|restarted|promoted|withdrew|withdraw|shut|scaled|disconnected|isolated|took|updated|rebooted ... by itself|themselves
        0.6t elected|moved|installed|removed|deleted|switched|restarted|promoted|withdrew|withdraw|shut|scaled|disconnected|isolated|took|updated|rebooted ... on its|their own
        0.6t put|shut|switched|took|disconnected|removed|isolated|locked itself|themselves
        0.6t clean cleanup?|up job|run|script|process|task|routine ... <harmed>
        0.6t cleanup|purge|retention|garbage|expiry job|run|script|process|task|routine|collector ... <harmed>
        0.5 scheduler|orchestrator|balancer|autoscaling|algorithm .. kept|stopped|placed|placing|took|moved|elected|read|lowered|marked
        -- generators, sync and protection systems
        0.6t synchroni*|sync|replication process|job|script|automation .. failed|n't|deleted|overwrote|could|removed|did|was|not
        0.55t config|configuration|code|template generator|generation|templating|compiler|automation|management .. produced|generated|emitted|created|wrote|bug|pushed|dropped|failed
        0.6t protection|throttling|limiting|mitigation|detection|waf|firewall|spam|abuse|fraud|ddos|bot system|systems|filter|rules|mechanism|engine ... blocked|flagged|throttled|dropped|banned|suspended|revoked|rejected|misclassified
        0.6t flagged .. as .. spam|abuse|malicious|fraud|bot|suspicious
        0.6t false positive|positives
        0.5 rate limit .. kicked
        0.55t script ... accidentally|incorrectly|incorrect|wrong|without|unexpected*|deleted|targeted|failed|targeting|executed
        0.6t script|job|pipeline|workflow|tool ... wrong|incorrect|all|every .. cluster|environment|account|host|database|namespace|target|hosts|servers|records
        0.5t workflow|pipeline|action|actions .. ran|executed|running|executing|executes .. external|untrusted|code|script|unexpected*
        0.55 rebuilt|rebuilding|purged|purging|purge ... every .. minutes|minute|hour|time|commit
        0.55 flaky|flakiness .. deployment|deploy|ci|pipeline|travis|jenkins|test|tests
        0.55 legacy|deployment|deploy|ci|build pipeline .. could|failed|did|not|n't
        0.5 bot .. sends|sent|posted|messages|spammed|flooded|merged|closed|kept
        """#
}
