extension CueTables {
    /// Changes, load and surroundings, as accounts of incidents speak of them.
    static let changeAccounts = #"""
        [configuration-change]
        -- a setting was changed, or was wrong
        0.95t misconfigured|misconfiguration|misconfigurations|misconfiguring
        0.44t configuration|config|configurations|configs|settings|setting|values|parameters|environment|variable|variables|permissions|permission|policy|iam|acl|firewall|security|dns|routing|ingress|nginx|helm|terraform|yaml|manifest|feature|flag|quota|timeout .. change|changes|changed|update|updates|updated|error|errors|was|were|mistake|modified|incorrect|incorrectly|wrong|missing|removed|deleted|drift|mismatch|rule|rules|edited|added|enabled|disabled|not|misconfigured|typo|applied|pushed
        0.65t change|changes|changed|changing|update|updated|updating|modified|modifying|modification|edited|adjusted|adjusting|tweaked|removed|removing|deleted|added|adding|introduced|enabling|enabled|disabled|set|setting|lowered|raised|reduced|reduction|increased|wrong|incorrect|incorrectly|bad|invalid|missing|improper|faulty|applied .. configuration|config|configs|settings|setting|values|parameter|parameters|environment|variable|variables|permissions|permission|policy|policies|iam|acl|firewall|rule|rules|flag|flags|route|routes|routing|limits|limit|timeout|timeouts|quota|quotas|dns|record|records|helm|annotation|label|manifest|default|defaults|threshold|yaml
        0.85t incorrect|incorrectly|improper|improperly|wrong|wrongly|badly|poorly configured|set|configuration|config|setting|settings|value|values|parameter|annotation|scoped|permissions
        0.9t due|caused|because|root|result|led .. to|by|of|cause .. misconfig*|configuration|config|setting|settings|permission|permissions|flag|parameter|policy|rule|environment|variable|route|dns
        0.71t flag|feature .. flag? was|were .. enabled|turned|flipped|rolled|disabled|switched|toggled|on|off
        0.64t pointed|pointing|points|directed|directing|resolved|resolving .. to|at .. wrong|old|incorrect|non|nonexistent|deleted|different|previous|stale|decommissioned

        [code-defect]
        -- the program was written wrong
        0.44t bug|bugs|defect|defects|regression|race|leak|deadlock|null|nil|segfault|overflow|off
        0.58t caused|due|triggered|because|root|result|introduced|exposed|hit|contained|found|discovered|identified|uncovered .. by|to|of|cause|a|an|the|in .. bug|defect|regression|race|leak|deadlock|flaw|logic|code|query|exception|error|vulnerability|incompatibility
        0.48t code|function|query|library|method|logic|script|software|parser|client|module|release|version|patch|handler|implementation|sdk|application|service .. did|does|was|were|had|could|failed|would|contained|introduced .. not|n't|handle|incorrectly|bug|properly|to|correctly|a|an|never|never|incompatible|inefficient|assumed
        0.73t incorrect|incorrectly|inefficient|improper|improperly|unexpected|unhandled|missing|wrong|wrongly|flawed|faulty|broken|buggy .. code|query|queries|logic|handling|handled|parsing|parsed|exception|exceptions|behaviour|behavior|implementation|implemented|function|check|calculation|return|error|case|index|regex|type|condition|cache|caching|key
        0.75t incompatible|incompatibility|incompatibilities|breaking|backwards|backward .. with|between|change|changes|version|versions|compatible|compatibility|in
        0.79t memory|connection|resource|file|goroutine|thread|handle|descriptor|socket leak|leaks|leaking|leaked|corruption
        0.65t crash|crashed|crashing|panic|panicked|segfaulted|exception|exceptions|error|threw|throwing|raised .. when|because|if|due|on|in|while .. it|the|a|code|null|nil|trying|certain|parsing|processing|handling|unexpected|bug|malformed|empty

        [deployment]
        -- a release, upgrade or migration was being carried out
        0.62t after|during|following|when|while|with|since|as|part|because|due|of .. deploy|deployed|deploying|deployment|deployments|release|released|releasing|rollout|upgrade|upgraded|upgrading|migration|migrating|migrated|rolled|update|updating|updated|launch|cutover
        0.6t deploy|deployed|deployment|release|released|rollout|rolled|upgrade|upgraded|upgrading|migration|migrated|migrating|update|updated|new|shipped|launched|pushed|version ... caused|broke|causing|introduced|contained|failed|resulted|led|triggered|breaking|included|incompatible|errors|exposed|removed
        0.43t we|team|engineers|engineer|i .. deployed|released|upgraded|migrated|rolled|shipped|launched|pushed|moved|began|started .. new|version|change|changes|update|migration|from|to|release|out|our|the|a|code|cluster
        0.63t new|latest|recent|recently|newly version|release|deployment|deploy|update|upgrade|deployed|released|upgraded|software|code|image|build|feature|rollout .. of|was|were|had|that|which|caused|contained|introduced|to|failed|with|included|deployed|released|rolled
        0.55t upgrade|upgrading|upgraded|migration|migrating|migrated|moving|transition|switch|update|bump|bumped|bumping .. from|to|of|the|our .. version|v1|v2|v3|1|2|3|4|new|kubernetes|postgres|cluster|database|helm|chart|nodes|node

        [capacity]
        -- more than it could hold
        0.85t ran|run|running|runs|out of|out .. memory|disk|space|capacity|connections|ips|storage|cpu|ram|file|inodes|threads|workers|quota|addresses|resources|descriptors|sockets
        0.83t exhausted|exhausting|exhaustion|exhausts|saturated|saturating|saturation|depleted|overwhelmed|overwhelming|overloaded|overload|overloading|maxed|starved|starvation|throttled|throttling
        0.66t high|increased|heavy|elevated|excessive|unusual|unexpected|unprecedented|sudden|large|huge|massive|significant|extreme|spike|surge|peak|increase|influx|burst|flood|growth|rise|jump .. in|of|number|amount|volume|load .. load|traffic|cpu|memory|usage|demand|requests|connections|users|queries|utilization|utilisation|jobs|writes|volume|events|messages|visitors|logins|data
        0.8t load|traffic|cpu|memory|usage|demand|requests|connections|utilization|utilisation|disk|volume|queue|queries|backlog .. spiked|surged|increased|grew|doubled|tripled|exceeded|reached|hit|climbed|rose|jumped|peaked|filled|full|high|too|spike|spikes|pressure|near|over|100|limit|saturated|exhausted|growing|quadrupled|piled
        0.8t hit|hitting|reached|reaching|exceeded|exceeding|exceeds|exceed|over|at|above|beyond|against .. limit|limits|capacity|quota|maximum|max|cap|ceiling|threshold|rate
        0.83t limit|limits|quota|pool|capacity|max|maximum .. reached|exceeded|exhausted|hit|too|was|were|full|of|insufficient|low|not .. low|small|reached|exceeded|hit|enough|exhausted|full|connections|pods|requests|too|sufficient
        0.69t not|n't|insufficient|enough|lack|limited|inadequate|too|no .. enough|few|little|small|capacity|memory|cpu|resources|nodes|disk|space|available|instances|workers|headroom|bandwidth .. capacity|memory|cpu|resources|nodes|disk|space|instances|to|workers|for|requests|room|available|pods|left
        0.67t could|can|unable|able|n't|cannot|failed|struggled|struggling .. not|n't|to .. cope|handle|keep|scale|scheduled|schedule|serve|absorb|process|sustain|accommodate .. load|up|traffic|volume|requests|demand|with|the|number|new|pods|all|fast|that
        0.91t too|so many|much|few .. requests|connections|pods|users|jobs|queries|processes|files|load|traffic|nodes|workers|events|messages|builds|resources|clients|data|concurrent|threads
        0.77t consumed|consuming|used|using|taking|taken|ate|occupied|filled|filling|fill .. all|too|up|most|available|entire|excessive|more|large|its|100|disk .. memory|cpu|disk|capacity|connections|space|resources|slots|bandwidth|threads|workers|of|available|storage|quota|build
        0.72t undersized|underprovisioned|overcommitted|oversubscribed|bottleneck|bottlenecked|oom|oomkilled|ooms|memory .. killed|kill|killer|limit|was|were|on|in|for|of|out|pressure

        [data-store]
        -- what became of the store or what it held
        0.8t database|db|postgres|postgresql|mysql|redis|mongodb|mongo|elasticsearch|opensearch|kafka|cassandra|rds|aurora|dynamodb|etcd|couchdb|memcached|cache|clickhouse|sqlite|consul|zookeeper|rabbitmq|replica|primary|shard ... stalled|stalling|slow|slowed|locked|crashed|failed|failing|overloaded|unavailable|unresponsive|down|full|corrupted|corrupt|lost|deleted|wiped|dropped|failover|timed|timing|timeouts|errors|restarted|connections|hung|deadlock|lag|filled|overwhelmed|degraded|rejected|rejecting|refused|stuck|stale|exhausted|blocked|inconsistent
        0.78t data|database|databases|table|tables|records|rows|backups|snapshots|volume|volumes|files|index|bucket|schema .. was|were|been|got|loss|is|had|being .. lost|deleted|wiped|corrupted|dropped|overwritten|destroyed|erased|truncated|removed|missing|inconsistent|stale|locked|unrecoverable|duplicated|purged|loss
        0.74t lost|deleted|deleting|wiped|wiping|dropped|dropping|corrupted|corrupting|overwrote|overwritten|overwriting|destroyed|erased|truncated|purged|losing|loss .. data|database|databases|table|tables|records|rows|backups|snapshots|volume|volumes|files|index|production|cache|customer|bucket|messages|schema
        0.57t data|database|index|file|table|cache|state corruption|loss|inconsistency|inconsistencies|deletion|lock|contention|integrity
        0.81t replication|replica|replicas|slave|standby|secondary|follower|read .. lag|lagging|broke|broken|stopped|failed|behind|delay|fell|out|stale|lagged|promoted|stream
        0.53t lock|locks|locked|locking|deadlock|deadlocks|contention|blocking|blocked|long|slow|expensive|heavy .. on|table|tables|row|rows|query|queries|database|transaction|transactions|migration|index|writes|held|by|running
        0.67t volume|volumes|pvc|pv|disk|disks|nfs|ebs|mount|filesystem|storage .. not|n't|failed|stuck|detach|attach|unmount|mount|corrupted|locked|unavailable|read|could|full|still|was|lost .. attach|attached|detach|detached|mount|mounted|only|released|to|corrupt|corrupted|full|unavailable|lost|deleted|error|errors|by

        [network]
        -- the path between things failed
        0.43t network|networking|connectivity|dns|bgp|routing|packet|routes|route|load|fiber|fibre|vpn|firewall|switch|router|nat|cni|ingress|subnet|subnets|vpc|ip|link|tcp|peering|proxy .. issue|issues|problem|problems|outage|failure|failures|loss|lost|disruption|partition|error|errors|failed|failing|unreachable|balancer|timeouts|congestion|cut|down|dropped|dropping|blocked|isolated|isolation|unable|exhaustion|exhausted|resolve|resolution|lookup|lookups|servfail|nxdomain|misrouted|withdrawn|leak|flapping|starvation|interruption
        0.61t unable|could|cannot|not|n't|failed|fail|failing|stopped|lost|losing|no|loss|prevented .. resolve|resolving|reach|route|routing|connect|connectivity|network|traffic|dns|communicate|communication|reachable|connection|connections .. to|dns|hosts|between|traffic|from|with|the|each|github|internet|services|other|names|outside
        0.86t traffic|requests|packets|connections .. was|were|not|being|inbound|could|to|from .. blocked|dropped|misrouted|routed|rerouted|lost|blackholed|redirected|directed|refused|reset|reach

        [cascading-failure]
        -- one failure brought the next
        0.5t cascaded|cascading|cascade|snowballed|snowball|stampede|thundering|domino|avalanche|amplified|amplification|spiral
        0.8t retry|retries|retrying|retried|reconnect|reconnecting|reconnections|reconnected .. storm|storms|overloaded|overwhelmed|load|amplif*|traffic|flood|logic|caused|increased|exacerbated|made|which|more|further|adding|multiplied|loop
        0.59t which .. in turn
        0.24t other|remaining|rest|surviving|healthy|all|downstream|dependent|neighbouring|next .. services|nodes|servers|instances|pods|components|replicas|systems|hosts|balancer .. also|then|became|overloaded|overwhelmed|failed|failing|crashed|started|fell|to|were|too
        0.75t caused|causing|led|leading .. other|further|additional|more|subsequent|all|downstream|dependent .. services|failures|nodes|components|servers|systems|pods|load|outages|instances .. to|fail|crash|overload|fail|also|fail|time|overloaded|become|become|down
        0.77t knock|ripple|domino|chain on|effect|reaction

        [security]
        -- somebody hostile, or something laid open
        0.76t attacker|attackers|hacker|hackers|malicious|adversary|phishing|malware|ransomware|ddos|exploit|exploited|compromised|compromise|breach|breached|unauthorized|unauthorised|intruder|exfiltrated|exfiltration|stolen|vulnerability|injection|backdoor|hijacked|leaked .. <trigger>|gained|used|was|were|access|accessed|obtained|attack|code|package|packages|party|actor|actors|sent|exploited|to|the|by|could|allowed|that|credentials|token|tokens|account|accounts|version|data|email|emails|key|keys|secret|secrets|prompt|instructions|in

        [expiry-or-time]
        -- a date came
        0.94t expired|expiry|expiration|expiring|lapsed|renew|renewed|renewal certificate|certificates|cert|certs|token|tokens|credential|credentials|key|keys|domain|licence|license|password|subscription|secret|secrets
        0.78t certificate|certificates|cert|certs|token|tokens|credential|credentials|key|keys|domain|licence|license|password|subscription|billing|secret|secrets|account|card|contract .. had|has|was|were|have|which|that|not|been .. expired|expire|lapsed|renewed|overdue|unpaid|expiring|suspended

        [hardware-or-power]
        -- a thing broke
        0.71t hardware|power|disk|drive|ssd|memory|fan|cooling|ups|generator|rack|motherboard|psu|server|switch|host|cable|fiber|fibre|air|datacenter|utility .. failure|failures|outage|fault|failed|loss|lost|malfunction|faulty|died|tripped|overheated|overheating|interruption|cut|broken|conditioning|defective|severed
        """#
}
