extension CueTables {
    /// Load, limits and spread.
    static let load = #"""
        [capacity]
        -- a limit was reached
        0.75t ran|run|running|runs out .. of .. <resource>
        0.75t out of memory|disk|space|capacity|connections|ips|storage
        0.75t oom|oomkilled|oomkill|ooms
        0.7t exhaust* .. <resource>|pool|limit|table|of
        0.7t <resource>|pool|pools|table ... exhaust*|starv*|depleted|saturat*
        0.7t reached|reaching|hit|hitting|exceeded|exceeding|exceeds|exceed|nearing|hits|over .. limit|limits|capacity|maximum|quota|threshold|max|ceiling
        0.6 limit|limits|capacity|quota|maximum|cap .. reached|hit|exceeded|was|were
        0.65t disk|memory|cpu|storage|volume|filesystem|mempool|queue|cluster|nodes|node .. full|pressure|exhausted|saturated|maxed|filled|spike|spikes|saturation
        0.65t high|100|excessive|increased|elevated|heavy|spike|full|hike|huge .. cpu|memory|load|disk|utilisation|utilization|traffic|usage
        0.55 cpu|memory|disk|load .. high|spike|spiked|climbed|grew|increased|peaked|critical|hike|utilisation|utilization|usage
        0.7t insufficient|not|lack|inadequate|limited|no|without enough|of|available|sufficient .. capacity|resources|memory|disk|nodes|instances|space|cpu|ips|addresses|connections
        0.65t insufficient .. capacity|resources|memory|disk|nodes|instances|space|cpu
        0.7t undersized|underprovisioned|overloaded|overload|overwhelmed|overwhelming|oversubscribed|throttled|saturated|bottleneck|saturation|starvation|starved
        0.65t under provisioned|scaled|sized
        0.7t traffic|load|usage|demand|request|requests|query|user|volume spike|spikes|surge|surged|spiked|increase|burst|flood|peak|increased|growth|flooded
        0.7t surge|spike|spikes|burst|flood|influx|increase|growth|peak .. in|of .. traffic|load|requests|demand|users|usage|queries|connections|jobs|messages|visitors
        0.6t unusually|unexpectedly|extremely|too .. high|large|heavy|many .. traffic|load|number|volume|requests|connections|pods
        0.6 too many
        0.6 could not|n't cope|handle|keep|scale|serve .. load|up|traffic|volume|requests|demand|with
        0.6 unable to cope|handle|scale|schedule|keep
        0.55 no|lack .. availability|instances|capacity .. available|of|in
        0.6 connection|connections|rate|api|pod|file|memory|cpu|quota|thread limit|limits|pool .. reached|hit|exceeded|exhausted|of|was|kicked
        0.55 rate limited|limiting|limits|limit
        0.55 scaling limits|limit|problem|issues
        0.5 capacity .. issue|issues|problem|problems|shortage|constraints|constraint|limit|reduction|reduced|change
        0.6t reduced|reduction|removed|removing|lowered|lost|remaining|less|shrink|shrank .. capacity|servers|nodes|instances
        0.55 pending .. state|waiting .. scheduled|nodes
        0.5 backlog|queue|queued .. grew|growing|built|up|of|backed|requests
        0.5 performance degrad*|bottleneck
        0.5 increase load|traffic|usage on
        0.6t cpu|memory|load|disk|thread|threads|traffic ... maximum|nearly|full|shot|peak|limit
        0.6t more .. than .. carry|handle|cope|bear|serve|process|hold|usual
        0.65t high|heavy|excessive .. load|traffic|demand|usage
        [cascading-failure]
        -- the failure spread or fed itself
        0.75 cascading|cascade failure|failures|outage|outages|overload|effect|effects|crash|crashes|issue|issues
        0.7 cascaded
        0.4 cascad*
        0.8 retry|retries storm|storms|loop|loops|traffic|amplification
        0.8 thundering herd
        0.8 stampede|snowball*|domino
        0.75 vicious|feedback|death|infinite|self .. circle|cycle|loop|spiral|reinforcing|perpetuating|sustaining
        0.7 spiral|spiralled|spiraling
        0.7 ddos|ddosed|dos .. ourselves|itself|ourself|self
        0.7 self inflicted
        0.6 clients|client|users|services|sdks ... retry|retried|retries|retrying|reconnect*
        0.6 retried|retrying|retries .. overload*|load|overwhelm*|added|increased|made|worsen*
        0.6 other|remaining|next|neighbouring|neighboring|surviving|healthy nodes|node|servers|server|instances|hosts|services|shards|replicas .. overload*|overwhelm*|failed|crash*|also|then|took
        0.6 spread|propagat* .. to|through|across|throughout .. other|network|services|nodes|system|regions|entire
        0.6 knock on
        0.65 flood|wave|rush|storm .. of .. retried|retries|reconnect*|requests|calls|connections|clients .. overwhelm*|overload*|swamp*|hit
        0.6 took|taking|dragged|pulled .. others|other|rest|everything|neighbours|neighbors .. down|with|along
        0.6 more|further .. load|failures|traffic .. fell|moved|shifted|landed|on .. remaining|others|rest|left
        0.6 same failure|fault|problem|error .. took|spread|followed|repeated|hit .. hold|others|there|next
        0.6 clients|servers|devices|nodes .. reconnected|returned|restarted|came|started .. once|together|simultaneously
        0.6 ripple|rippled|chain reaction|effect
        0.6 overload* .. another|remaining|other|next|rest|downstream
        0.55 backed up|pressure .. into|onto|caus*|services|upstream
        0.55 one after another
        0.55 in turn .. caus*|overload*|fail*|led|crash*|exhaust*
        0.5 snapshots|other ... part of the cascade
        """#
}
