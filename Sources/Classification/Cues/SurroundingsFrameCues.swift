extension CueTables {
    /// General frames for what the service stands on and among.
    static let surroundingsFrames = #"""
        [classes]
        supplier = provider providers vendor vendors supplier suppliers carrier carriers partner partners upstream isp host hoster subcontractor integrator manufacturer operator registrar aws azure gcp google amazon cloudflare fastly github microsoft akamai stripe twilio okta auth0 heroku digitalocean npm dockerhub telco bank acquirer exchange issuer processor gateway platform
        down = outage outages down unavailable unreachable degraded failure failures failed failing incident incidents errors error fault slow slowness disruption interruption elevated maintenance problem problems issue issues offline broken bug withdrew confirmed reported acknowledged rebooted throttled suffered stopped rejected lost timing timeouts

        [dependency]
        -- someone else's service
        0.45t <supplier> .. <down>
        0.5t <down> .. at|with|of|from|by|in|on .. <supplier>
        0.59t our|the|a|an|one|their|external .. provider|vendor|supplier|carrier|partner|isp|registrar|subcontractor .. <down>|had|has|was|were|did
        0.29t third party|parties
        0.5t upstream
        0.4t external|outside .. service|provider|system|api|feed|partner|dependency|party|team|host
        0.67t cloud|hosting|identity|payment|sms|mail|email|dns|cdn|model|network|data|power|internet|transit|telecom|map|maps|storage|mobile|certificate|power|registry|inference|feed|colo|feature provider|vendor|supplier|carrier|host|operator|partner|network|service|store|cdn|api .. <down>|had|was|did|refus*
        0.43t depend*|relied|relies|relying|reliant .. on|upon .. service|provider|it|api|third|that|which|vendor|external|single
        0.55t run|owned|operated|maintained|hosted|managed|provided|supplied .. by|for .. another|other|third|group|vendor|partner|provider|us|external|them|someone
        0.35t outside|beyond|not .. our|ours|control|perimeter|side|us
        0.57t originat*|arose|lay|lies|traced|located|sits .. with|at|to|in|from .. <supplier>|third|upstream|supplier
        0.4t their api|service|status|side|end|systems|platform|servers|network|infrastructure|outage|edge|cdn
        0.5t dependency|dependencies .. <down>|was|had|on
        0.55t when|because|since .. service|provider|api|gateway|store .. is|was|became|went .. down|unavailable|unreachable|slow|unresponsive

        0.64t itself|also|usual|too depend*|depended|needed|relied|needs|required|hosted .. on|the
        0.73t parent|sister|outside|external|partner company|firm|vendor|supplier|operator|team|service
        0.57t comes|came|bought|licensed|supplied|delivered from|by .. vendor|supplier|company|partner|party|manufacturer

        [network]
        -- the path between things
        0.68t packet|packets|frame|frames .. loss|lost|drop*|corrupt*|between
        0.71t link|links|uplink|uplinks|circuit|circuits|fibre|fiber|cable|cables|wavelength|wavelengths|trunk|tunnel|path|line|backhaul .. down|cut|cuts|lost|dark|failed|fail*|severed|broke|broken|flap*|saturat*|congest*|noisy|break|fault|damaged|dropped|degraded|errors|losing
        0.7t cut|severed|lost|broke|damaged|losing .. link|links|uplink|uplinks|cable|cables|fibre|fiber|fibres|connectivity|connection|circuit|path|line
        0.49t bgp|ospf|anycast|peering|prefix|prefixes|asn|arp|vlan|mtu|conntrack|nat|vpn|lacp|spanning|subnet|subnets|vpc|vxlan|igp|mpls|ecmp
        0.3t route|routes|routing .. withdr*|leak*|loop|black*|announc*|asymmetric|table|lost|flap*|missing|advertis*|wrong|to|between|hijack*
        0.67t announc*|advertis*|withdr*|leaked|leaks .. route|routes|prefix|prefixes|16|24|address|addresses|specific
        0.77t dns|resolver|resolvers|nameserver|nameservers|coredns|servfail|nxdomain|bind|name|hostname|names .. fail*|resol*|lookup*|error*|timed|timeout*|drop*|server*|down|unable|return*|outage|record*|could|issue*|servfail|quer*
        0.44t not|n't|cannot|could|unable .. resolve|resolved|resolving|reach|reachable|route
        0.57t network|networking .. outage|failure|fault|issue|issues|problem|problems|partition*|congest*|down|connectivity|error|errors|interruption|split|degradation|loss|latency|failed
        0.68t loss of|no|lost|losing .. connectivity|network|reachability|connection|signal|internet
        0.77t connectivity|reachability .. lost|between|loss|issue*|problem*|fail*|to|interrupt*|from
        0.44t load balancer|balancers|balancing .. forward*|sent|rout*|fail*|mark*|drain*|drop*|kept|to|misrout*|returned|stopped
        0.27t switch|switches|router|routers|firewall|firewalls|gateway|gateways|proxy|proxies|ingress|middlebox|modem|access|wifi|wi .. drop*|fail*|crash*|reboot*|down|lost|block*|reject*|stopped|table|deleted|removed|stale|lost|black*|closed
        0.4t tcp|udp|tls|ssh|http|keepalive|keepalives|idle|half .. connection|connections|reset|handshake*|session*|closed|drop*|timeout|open|socket*|segment*
        0.45t traffic .. black*|misrout*|lost|drop*|rout*|path|divert*|wrong|nowhere|through|no
        0.49t partition*|split|isolated|cut .. network|off|from|region|site|zone|island|nodes|between|rest
        0.55t black holed|hole|holing
        0.38t blackholed|blackholing|misrouted|unroutable|unreachable
        0.47t latency|loss|jitter .. between|on|across|network|link|hop|path
        0.58t asymmetric|stale .. arp|routing|route|dns|neighbour|path

        [hardware-or-power]
        -- a thing of metal, power, water or weather
        0.62t <gear> .. <broke>
        0.53t <broke> .. <gear>
        0.53t hardware|mechanical|electrical|equipment|physical .. fail*|fault*|defect*|issue*|problem*|error*|damage|broke|malfunction|down|failure
        0.68t power .. loss|lost|outage|cut|fail*|dip|surge|supply|failure|interruption|feed|distribution|went|off|to|was|disturbance|brownout|event|blackout
        0.81t lost|loss|losing|without|cut|restore .. power|cooling|electricity|mains|supply|feed|feeds|utility
        0.53t blackout|brownout|lightning|earthquake|hurricane|tornado|flood|flooding|flooded|fire|smoke|storm|snow|ice|freezing|frost|heatwave|heat|water|sprinkler|lorry|truck|digger|backhoe|excavator|anchor|trawler|squirrel|rodent|rat|bird|mouse|explosion|exploded|condensation|humidity|leak .. in|of|on|had|cut|damaged|tore|broke|caused|took|into|above|at|from|the|through|severed|was
        0.6t overheat*|temperature|temperatures|thermal|inlet|cooling|chiller|chillers|air conditioning|hvac .. fail*|rose|high|reached|trip*|passed|stop*|above|shut*|limit|exceeded|climb*|lost|down|throttl*
        0.76t ups|generator|generators|diesel|battery|batteries|breaker|breakers|transformer|substation|switchgear|busbar|rectifier|inverter|feeder .. fail*|trip*|did|open*|start*|flat|exhaust*|fault*|explod*|died|run|ran|drain*|took|lost|off
        0.5t unplugged|pulled|severed|cut|dug|knocked|tore|tripped .. cable|cables|cord|fibre|fiber|plug|power|line|lead|cabinet|through|over|out
        0.44t replaced|replace|replacing|replacement|spare .. <gear>
        0.63t bad|dead|dying|faulty|defective|failed|failing|broken|loose|dirty|worn|corroded|aged .. <gear>|connector|batch|contact|part|unit|component
        0.55t bit flip|flips|flipped|rot
        0.59t ecc|machine check|checks
        0.54t reallocated|uncorrectable|raid|degraded .. sectors|array|group|set|error*|rebuild
        0.47t wear|age|corrosion|fatigue|dust|salt|moisture|vibration

        [data-store]
        -- what became of the data, its copies and its locks
        0.6t <datastore> .. <storebad>
        0.68t <storebad> .. <datastore>
        0.49t <datastore> .. down|failed|fails|crash*|full|slow|overload*|hung|fail*|stop*|refus*|rejected|unresponsive|timed|timing|out|reached|went|died|lost|wait*|primary
        0.76t replica|replicas|replication|standby|follower|mirror|secondary .. lag*|behind|stop*|fail*|broke*|halt*|stale|out|corrupt*|catch*|promot*|empty|diverg*|delay|lost|connect|stream
        0.53t data|records|rows|writes|messages|events|orders|files|backups|snapshots|transactions|projects|documents|mail|history .. lost|deleted|overwritten|corrupt*|missing|gone|duplicat*|inconsisten*|wiped|purged|truncated|discarded|erased|damaged|removed|loss|destroyed|unrecover*|mixed
        0.72t lost|deleted|overwrote|wiped|purged|truncated|discarded|erased|destroyed|dropped|corrupted|emptied|losing|lose .. data|records|rows|writes|messages|events|table|tables|database|index|files|backups|snapshots|volume|history|bucket|orders|collection|partition|schema|disk|image
        0.6t split brain
        0.6t two|both primaries|masters|leaders|copies|nodes|of .. wrote|accept*|writes|diverg*
        0.69t leader|primary|master election|elections|demoted|lost|changed|failover|switched|down
        0.64t quorum|consensus .. lost|gone|no|lose|without|broke
        0.62t query|queries|transaction|transactions|statement .. slow|lock*|block*|wait*|plan*|timed|took|scan*|long|longer|seconds|kill*|queue*|hung|abort*
        0.71t lock|locks|locked|deadlock*|latch .. on|table|held|wait*|row|taken|contention|by|migration|alter
        0.51t index|indexes|indices .. dropped|missing|rebuil*|corrupt*|stale|bloat*|unused|lost|removed|behind
        0.55t sequential|full table? scan|scans
        0.59t query plan|plans|planner|statistics
        0.68t cache|caches|redis|memcached .. cold|empty|evict*|stale|flush*|miss*|expired|invalid*|poison*|lost|wiped|clear*|full|restart*|stampede|layer
        0.62t cold|stale|empty|poisoned|flushed .. cache|caches|copy|read|reads|replica|data
        0.62t vacuum|autovacuum|wraparound|compaction|checkpoint|binlog|binlogs|wal|tombstone*|bloat|fsync
        0.53t volume|volumes|pvc|disk|storage|array|filesystem|mount .. detach*|attach*|read|unmount*|lost|damaged|fail*|locked|full|unavail*|corrupt*|left|stuck|away
        0.55t restor* .. from|of .. backup|backups|snapshot|tape|copy
        0.66t read only
        0.42t schema|migration .. lock*|drop*|table|column|index|fail*|mismatch
        0.6t stopped|refused|rejected accepting .. writes|connections

        [expiry-or-time]
        -- a date arrived, or a clock was wrong
        0.53t expir*|lapse*|ran .. certificate|certificates|cert|certs|token|tokens|credential|credentials|key|keys|domain|licence|license|contract|password|secret|subscription|root|card|out|trial|session|support
        0.69t certificate|certificates|cert|certs|token|tokens|credential|credentials|key|keys|domain|domains|licence|license|licences|licenses|contract|password|secret|subscription|root|card|lease|signature|registration|crl|passkey|trial|chain ... expir*|lapse*|renew*|ended|end|outdated|overdue|valid
        0.56t renew*|rotation .. fail*|forgot*|never|not|n't|did|missed|late|stop*|mail*|due|notice*|reminder*
        0.59t not|n't|never|failed|forgot*|without .. renew*|rotat*
        0.79t clock|clocks|ntp|ptp|chrony .. skew*|drift*|wrong|jump*|behind|ahead|stepp*|back|reset|sync*|unsync*|battery|forward|slow|fast
        0.68t clock skew|drift
        0.39t daylight|summer|winter saving|savings|time
        0.11t dst|utc|timezone|timezones|epoch|y2k|2038|unixtime|rollover
        0.58t time zone|zones
        0.84t leap year|second|day|seconds|years|smear
        0.37t february|29|31|midnight|new .. february|leap|year|of|rollover
        0.6t date|dates|timestamp|timestamps|year|week|month|hour .. wrong|future|past|parsed|roll*|overflow*|format|twice|skipped|zero|two|digits|confus*|ambiguous|invalid|in the? future
        0.33t end|ended|last .. support|life|contract|trial|validity|month
        0.5t unpaid|overdue|payment|invoice|bill .. fail*|suspend*|declin*|card|lapse*|hosting|domain|not

        [security]
        -- attack, abuse or exposure
        0.72t attacker|attackers|intruder|intruders|hacker|hackers|adversary|adversaries|fraudster|fraudsters|thief|thieves|criminal|criminals|botnet|scammer*|phisher*|malware|ransomware|spyware|trojan|worm|virus|backdoor|rootkit|miner|cryptominer|exploit|exploits|exploited|exploiting
        0.86t phish*|spoof*|smish*|vishing|impersonat*|social|sim engineering|mail|page|call|swap|email|swapped|site
        0.44t ddos|brute|credential|denial|password|flood|syn|amplification|replay|injection .. attack|force|forced|stuffing|service|spray*|guess*|traffic
        0.65t unauthori*|illegitimate|illicit|fraudulent|rogue .. access|use|party|person|login|transfer*|actor|charge*|token|device|account|code|payment*|request*|transaction*|change*
        0.75t stolen|leaked|compromised|exposed|hijacked|reused|harvested|guessed|published|default|weak .. credential|credentials|token|tokens|key|keys|password|passwords|account|accounts|cookie|session|sessions|secret|secrets|laptop|certificate
        0.62t credential|credentials|token|tokens|key|keys|password|passwords|account|accounts|cookie|cookies|secret|secrets|session .. leak*|stolen|steal*|compromis*|expos*|publish*|hijack*|reus*|guess*|abus*|harvest*|public|commit*
        0.62t vulnerab*|cve|rce|xss|csrf|ssrf|injection|traversal|deserialisation|deserialization|escalation|unpatched
        0.59t intrusion|intrusions|breach|breached|compromise|compromised|hack|hacked|tamper*|sabotage|malicious|hostile|attack|attacks|attacked|cyberattack|extortion|ransom|exfiltrat*|backdoored|poisoned|typosquat*
        0.32t abuse|abused|abusive|abusing|scraping|scraper*|spam*|fraud|bots .. of|by|traffic|account*|request*|from|sign*|wave|the|a|our
        0.6t personal|customer|private|sensitive|confidential data|records|information|details .. exposed|public*|leaked|accessible|downloaded|stolen|disclosed|accessed
        0.5t without|no|missing|unauthenticated .. authentication|authorisation|authorization|password|login|signature|check
        0.55t accessible|exposed|reachable|visible|open|readable .. internet|public*|anyone|everyone|outside|world
        0.7t impersonat*|pretend*|posing|masquerad* .. as|to
        0.59t gained|obtained|got .. access|credentials|control|foothold|entry
        """#
}
