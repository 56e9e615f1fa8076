extension CueTables {
    /// What the service stands on and among.
    static let surroundings = #"""
        [dependency]
        -- someone else's service failed
        0.7t third party
        0.7t upstream .. provider|service|outage|failure|issue|problem|vendor|dependency|bug|api|error|errors|carrier
        0.45c upstream|downstream|external
        0.7t provider|vendor|supplier|carrier|partner .. outage|incident|issue|issues|problem|failure|failed|problems|degradation|confirmed|reported|experienc*
        0.7t outage|incident|issue|failure|problem|degradation|disruption|bug .. at|with|of|in|from|by .. provider|vendor|supplier|aws|azure|gcp|google|amazon|cloudflare|fastly|github|microsoft|akamai|stripe|twilio|gke|eks|aks|datadog|okta|auth0|discord|dockerhub|confluent
        0.65t aws|azure|gcp|google|amazon|cloudflare|fastly|github|microsoft|akamai|gke|eks|aks|s3|ec2|okta|npm|quay|dockerhub|discord|rackspace|heroku|digitalocean|linode .. outage|outages|incident|failed|unavailable|degraded|experienc*|suspended|revoked|throttl*|refus*|support|flagged|did
        0.65t external|dependent|dependency|shared|internal|underlying service|provider|dependency|system|failure|outage|api|team .. failed|outage|unavailable|down|failure|slow|timed|issue|issues
        0.6t depend*|relied|relies|reliant .. on .. that|which|third|external|service|single|upstream
        0.6t hosting|cloud|dns|cdn|payment|power|network|telecom|internet|hardware|data|identity provider|vendor|carrier|platform|center .. outage|had|experienc*|failed|issue|failure|suffered|incident|reported|maintenance
        0.45 compromised|malicious|poisoned|vulnerable .. dependency|dependencies|library|upstream
        0.3 supply chain
        0.5 support ticket|case|request .. with|to|opened .. aws|azure|google|microsoft|amazon|vendor|provider
        0.55 vendor|provider|microsoft|google|amazon|aws .. acknowledged|confirmed|fixed|resolved|identified
        [network]
        -- networking took part
        0.7t bgp|route|routing leak|leaks|withdrawn|withdrawal|announcement|announcements|hijack|loop|table|issue|problem|change|error
        0.7t bgp|anycast|peering|backbone
        0.7t packet|packets loss|dropped|drops|lost
        0.7t network|networking issue|issues|outage|failure|failures|partition|partitions|problem|problems|connectivity|congestion|disruption|error|errors|fault|interruption|infrastructure|link|links|device|devices|interface|interfaces
        0.7t connectivity issue|issues|problem|problems|loss|lost|between|failure
        0.7t fibre|fiber|cable|link|submarine|undersea cut|cuts|cable|failure|severed|damaged|flap|flapping|down
        0.7t dns resolution|lookup|lookups|failure|failures|outage|issue|issues|server|servers|query|queries|resolver|resolvers|records|record|entries|propagation|problem|error|errors
        0.3 dns
        0.6t load balancer|balancers|balancing .. failed|issue|misrouted|down|dropped|configuration|sent|unhealthy|returned|was|were|did|unable
        0.65t switch|switches|router|routers|firewall|nat|vpn|proxy|gateway|vpc|subnet|subnets|cni|mtu|ingress .. failed|failure|crashed|down|exhausted|dropped|reboot*|misconfig*|blocking|blocked|rejected|issue|issues|bug|limit|rule
        0.55c subnet|subnets|router|routers|switches|firewall|vpc|mtu|nat|tcp|udp|routing
        0.6t ip address|addresses .. exhaust*|starv*|allocat*|shortage|run|ran|limit|missing|changed|no
        0.6 ip starvation
        0.6t tcp|ssh|udp connections|connection|tunnel|tunnels .. failed|dropped|reset|timeout|timed|refused|lost
        0.35 connection|connections timeout|timeouts|timed|reset|refused|dropped
        0.6 traffic .. blocked|dropped|misrouted|blackholed|rerouted|not|lost|prevented
        0.5 preventing|blocked|dropping .. traffic|packets|connections
        [hardware-or-power]
        -- hardware, power, cooling, weather or another physical event
        0.8t hardware failure|failures|fault|faults|issue|issues|problem|problems|malfunction|defect|error
        0.8t power outage|failure|loss|cut|supply|supplies|surge|interruption|event|was|distribution
        0.8t loss of power|cooling
        0.8t ups|generator|generators|breaker|transformer|pdu|utility .. failed|failure|tripped|did|battery|batteries|fault|power
        0.8t cooling|chiller|chillers|hvac|crac|air .. failed|failure|conditioning|unit|units|system|stopped
        0.8t overheat*|temperature|temperatures|fire|flood|flooding|flooded|lightning|storm|hurricane|earthquake|smoke|sprinkler|heatwave .. in|at|of|rose|rising|damaged|caused|data|server|servers|high
        0.75t disk|drive|ssd|raid|nic|motherboard|dimm|memory|controller|server|switch|line|fan failure|failures|failed|died|fault|faulty|module|card
        0.7t faulty|failed|failing|defective|broken|dead disk|drive|hardware|server|switch|cable|card|router|controller|nic|dimm|ssd|host|component|optic|transceiver
        0.7t data datacenter|center|centre|hall .. power|fire|flood|lost|cooling|overheated
        0.7t physical damage|cut|event|cable|access|disconnect*
        0.7t unplugged|excavator|backhoe|digger|severed
        0.7t loss of .. hardware|server
        [data-store]
        -- the state of a store took part
        0.75t data loss|corruption|lost|corrupted|inconsisten*
        0.75t corrupt*|truncated ... <store>|file|files
        0.75t <store>|file .. corrupt*|inconsistent|truncated
        0.75t replication|replica|replicas|standby|secondary|follower|slave lag|lagged|failed|broke|stopped|stalled|behind|fell|out|delay|promoted
        0.7t database|db|postgres|mysql|redis|mongodb|cassandra|elasticsearch|couchdb|sqlite|etcd|rds|opensearch|clickhouse|kafka|memcached|pgbouncer|aurora|dynamodb .. failed|failure|crashed|stalled|stalling|locked|lock|outage|unavailable|slow|overloaded|down|full|hung|failover|error|errors|issue|issues|problem|connections|connection|overwritten|wiped|deleted|dropped|load|cpu|restart*|became|rejected|unresponsive|blocked|block
        0.65t lock|locks|deadlock|locked|contention|vacuum .. on|table|database|contention|row|rows|held|in
        0.7t deleted|dropped|wiped|overwrote|overwriting|overwritten|destroyed|lost|erased|purged|truncated ... database|databases|table|tables|volume|volumes|backups|snapshots|data|records|rows|cache|index|bucket|files
        0.6t database|volume|table|data|records|backups|snapshots|cache|index .. was|were|been|got .. deleted|dropped|wiped|overwritten|destroyed|lost|erased|purged|truncated
        0.65t cache miss|misses|wipe|wiped|purge|purged|invalidation|invalidated|eviction|stampede|poisoning|flush|flushed|stale|cold|lost|empty
        0.65t persistent|storage|pvc|pv|ebs|volume volume|volumes|claim|detach|attach|locked|attached|mounted|taken|stuck|failed|full|not|issue|issues
        0.6t pvc|pvcs|pv|ebs|nfs|ceph|zfs|lvm .. stuck|detach*|attach*|locked|mount*|taken|failed|not|by|full|deleted
        0.6t would|could|did not|n't detach|attach|mount
        0.6t slow|long|expensive|blocking|failing|failed query|queries|migration|writes|transaction|transactions
        0.55t query|queries .. timed|timing|slow|plan|planner|blocked|queue*
        0.6t index|shard|shards|indices .. blocked|red|unassigned|missing|failed|full|writes|corrupt*
        0.5t stale .. data|cache|records|reads|state
        0.6t master|primary .. down|failed|election|crashed|secondary|lost
        -- names in DNS are settings, not stored data
        0x dns|cname|mx|txt|spf record|records|entry|entries|zone
        [expiry-or-time]
        -- something ran out, or clocks and calendars misled
        0.8t expired|expiry|expiration|lapsed|expire|expires|expiring .. certificate|certificates|cert|certs|token|tokens|credential|credentials|key|keys|domain|licence|license|contract|password|secret|subscription|root|card
        0.8t certificate|certificates|cert|certs|token|tokens|credential|credentials|key|keys|domain|licence|license|contract|password|secret|subscription|root|card|ca .. expired|expiry|expiration|lapsed|expire|expires|expiring|renewed
        0.75t not|n't|never|forgot|failed .. renew|renewed|renewal|renewing|rotated
        0.75t leap second|year|day
        0.75t clock skew|drift|drifted|wrong|jumped|out
        0.7t daylight|time saving|savings|zone|zones|skew|drift|synchroni*
        0.7t ntp|y2k|epoch|dst
        0.7t date|timestamp|time rollover|overflow|parsing|bug|calculation
        0.75t ran out of .. funds|credits|credit|money|budget
        0.75t pay|paid|billing|payment .. bill|account|inactive|lapsed|overdue|expired
        0.7t billing .. account|suspended|expired
        [security]
        -- attack, abuse or exposure
        0.75t attacker|attackers|hacker|hackers|intruder|adversary|threat
        0.7t attacker|attackers|hacker|hackers|intruder|malware|ransomware|phishing|exploit|exploited|exploiting|trojan|backdoor|worm
        0.75t ddos|dos|brute|denial attack|attacks|force|service|traffic|campaign
        0.75t prompt injection|injected|injections
        0.65d not|n't a|an|the|caused|result|due .. attack|cyberattack|intrusion|breach|hack|compromise
        0.65d no attack|cyberattack|intrusion|breach|hack|compromise
        0.6t cyberattack|cyberattacks|hacked
        0.5c attack|attacks|intrusion
        0.75t unauthori* .. access|use|party|user|change|actor|login
        0.7t security incident|breach|vulnerability|issue|vulnerabilities|advisory|flaw|compromise|hole|bug
        0.7t vulnerability|vulnerabilities|cve|breach|breached|exfiltrat*
        0.7t malicious .. code|actor|actors|package|packages|request|requests|traffic|user|users|version|prompt|pull|link|payload|party|release|gem|crate|file|instructions|issue
        0.75t leaked|leak|leaking|exposed|stolen|compromised|disclosed|exposure|exposing .. credential|credentials|token|tokens|secret|secrets|key|keys|password|passwords|account|accounts|data|session
        0.75t credential|credentials|token|tokens|secret|secrets|key|keys|password|passwords|account|accounts .. leaked|leak|exposed|stolen|compromised|disclosed|theft|stuffing
        0.7t inadvertently|accidentally .. leaked|exposed|published|disclosed|committed
        0.65t abuse|abused|abusive|spam|scraping|crawlers|botnet|crypto .. traffic|report|complaint|of|by|mining|miners|requests|users|attack|system
        0.7t cross site|sandbox .. scripting|escape|forgery
        0.7t remote code execution
        0.7t tool poisoning
        0.6t account .. takeover|compromise|compromised|hijack*
        """#
}
