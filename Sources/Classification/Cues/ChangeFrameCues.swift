extension CueTables {
    /// General frames for configuration, code, releases, load and spread.
    static let changeFrames = #"""
        [configuration-change]
        -- a setting and its change
        0.53t <setting> .. was|were|had|been|is|are|being .. <act>|lowered|raised|reset|overridden|dropped|missing|wrong|set|left|lost|absent|empty
        0.32t <act> .. <setting>
        0.5t <acting> .. <setting>
        0.72t change|changes|changed|edit|edits|modification|amendment|update|tweak|adjustment|alteration|switch .. to|of|in|from .. <setting>
        0.69t <setting> change|changes|update|edit|push|rollout|drift|error|mistake|mismatch|override
        0.6t <badly> .. <setting>
        0.4t <setting> .. <badly>
        0.7t <setting> .. from .. to
        0.41t set|setting|sets|configured|pinned|capped|sized|tuned .. to|at|as|for|with .. zero|none|null|true|false|one|infinite|unlimited|seconds|minutes|days|hours|default|0|1
        0.6t misconfig*|misrouted|misset|misaddressed|mis configured
        0.39t not|n't|never .. configured|enabled|whitelisted|allowlisted|scoped|propagated|set
        0.44t permission|permissions|access|right|rights|privilege|privileges|role|grant|grants .. was|were|had|been|is|are .. granted|given|revoked|removed|widened|broad|missing|lost|withdrawn|denied|changed|reduced|tightened|wide
        0.46t public|world|writable|readable|open .. bucket|by|to|internet|share|for
        0.62t routing|route|firewall|dns|acl|nat|proxy|vpn|bgp|iam|cors|tls|ssl|ingress|network|access|security|retention|quota|feature|scaling|cache .. rule|rules|change|policy|policies|configuration|entry|flag|record|records|list|group|update|setting|settings
        0.29t record|records|entry|zone|delegation|cname|mx|spf|a .. pointed|pointing|removed|deleted|changed|missing|wrong|still|not
        0.5t feature flag|flags|toggle|toggles|switch
        0.54t flag|toggle|switch|option|mode|override .. was|were|had|got|been .. on|off|enabled|disabled|flipped|turned|left|set|removed|switched
        0.35t enabled|disabled|turned|switched|flipped .. on|off|for|flag|feature|option|mode|everyone|logging|by
        0.46t still pointed|pointing|named|listed|referred|set|carried|said|contained
        0.48t override|exception|exemption|default .. left|removed|deleted|forgotten|expired|never|had|was|of
        0.5t reset|restored|reverted|fell|went|defaulted back? to .. default|defaults|factory|zero|previous
        0.65t terraform|helm|ansible|puppet|chef|manifest|yaml|kustomize .. change|applied|plan|had|diff|value|values|file|update|variable|state
        0.64t change|changes|edit|update|tweak .. to|in|of .. balancing|routing|network|firewall|dns|access|permissions|limits|permission|rights|nginx|ingress|proxy|schedule|scheduling|group|groups|variables|environment|helm|terraform|cluster|policy|role
        0.59t configmap|env|environment .. variable|variables|value|missing|wrong|changed|removed|set
        0.33t security|node|auto|target|resource group|groups|pool .. change|changed|rule|rules|missing|removed|wrong|allowed|updated|deleted
        0.63t rights|permissions|access|privileges .. wider|broader|raised|widened|more|extended|reduced|too .. than|expected|needed|before|wide|broad
        0.67t hardcoded|hardwired|misnamed|misspelled|misspelt|mistyped .. value|name|address|host|url|path|key|in|config
        0.39t stale|old|wrong plan|value|values|address|addresses|url|endpoint|hostname|path|namespace|name|version|bucket|project|image
        0.5 access key|list|lists|token|policy .. changed|removed|rotated|replaced|wrong

        [code-defect]
        -- something written wrongly
        0.72t <defect> .. in|with|of|where|which|that|caused|made|meant|let
        0.79t <code> .. <defect>
        0.67t <code> .. did|does|do|could|can|would not|n't .. handle|expect|check|know|account|release|close|free|escape|honour|honor|respect|cope|recognise|recognize|limit|distinguish|consider|validate|reset|clear|terminate
        0.51t <code> .. assumed|assumes|assuming|expects|expected|treats|treated|ignores|ignored|compares|compared|divides|divided|returns|returned|swallows|swallowed|misreads|misread|counts|counted|parsed|parses|rounds|rounded|truncates|truncated|dereferenced|overflowed|crashed|crashes|panicked|panics|hung|hangs|leaked|leaks|never|loops|looped
        0.44t never .. freed|released|closed|reset|cleared|returned|checked|removed|expired|incremented|decremented|initialised|initialized|terminated
        0.64t off by one
        0.66t null|nil|undefined|nan|unset|negative|zero .. pointer|value|dereference|reference|exception|index|length|divisor|check
        0.67t division|divide|divided|divides by
        0.68t integer|counter|buffer|stack|32|16|64|signed|heap .. overflow*|wrap*|bit|overrun
        0.73t unhandled|uncaught|unexpected|malformed .. exception|error|input|case|panic|value|response|character|record
        0.6t edge|corner case|cases
        0.76t race|races|raced|racy|deadlock*|livelock|reentran*|unsynchronised|unsynchronized
        0.67t memory|handle|connection|descriptor|socket|goroutine|file|thread|resource leak|leaks|leaked
        0.62t wrong|incorrect|inverted|missing|swapped|transposed|reversed|misplaced|faulty|flawed .. sign|condition|comparison|index|operator|unit|units|rounding|formula|calculation|query|join|predicate|clause|where|check|null|type|encoding|order|sort|byte|column|key|hash|logic
        0.59t mis compiled|optimisation|optimization|parsed|compile*|optimi*
        0.5t infinite|endless loop|recursion|redirect
        0.55t backtrack*|quadratic|exponential|pathological|unbounded|recursion|recursive
        0.45t not|n't|never|non .. idempotent|thread|atomic|reentrant|backwards|backward|compatible
        0.51t introduced|contained|contains|carried|shipped|exposed|had|has|hid|hit|revealed|uncovered|triggered .. bug|defect|regression|error|fault|flaw|race|leak|mistake|half
        0.71t known|latent|old|long|dormant|subtle|rare|undiscovered|upstream|software|firmware|programming|vendor|kernel .. bug|defect|fault|flaw|issue|error
        0.62t compiler|parser|serialiser|serializer|decoder|encoder|renderer|planner|optimizer|optimiser|allocator|driver|firmware .. bug|crash*|error|fail*|mis*|produced|wrong|emitted|choked|rejected
        0.5t incompatib*
        0.58t exception|exceptions|panic|segfault|stack|traceback .. in|from|at|on|thrown|raised|when
        0.66t caches|cached|stores|stored|computes|computed|keyed .. by|under|only|wrong|forever|without|response
        0.5t wrong|same|another tenant|customer|user|account|record|records|data .. shown|returned|served|seen|displayed
        0.55t compares|sorts|parses|rounds|casts|concatenat*|interpret* .. as string|strings|integer|text|number|date
        0.55 logic .. error|did|that|assumed|wrong|was|for
        0.64t became|was|were|grew larger|longer|bigger|smaller|more .. than .. could|hold|expected|supplied|allowed
        0.55t no longer .. stopped|stop|checked|worked|released|returned|matched|called
        0.64t defined|expected|supplied|expects .. fields|arguments|parameters|inputs|columns .. while|but|supplied|only|and
        0.37t syntax|logic|type|rounding|parsing|encoding|arithmetic|timing error|errors|mistake
        0.64t simply|just|only|always|still added|assumed|took|used|divided|compared|counted|stopped|returned .. one|to|it|the
        0.64t query|code|function|check|statement .. did not|n't|never name|specify|limit|filter|stop|compare|restrict|exclude

        [deployment]
        -- a release under way or just done
        0.54t <release> .. was|were|had|has|went|goes|been|is .. deployed|rolled|released|pushed|shipped|out|live|started|begun|completed|carried|under|performed|promoted|applied|installed|abandoned|failed|reached
        0.53t during|after|following|since|with|when|while|as|by|amid|in|until .. <release>
        0.53t <release> .. of|to|from|for .. version|new|database|cluster|platform|kernel|firmware|broker|server|core|cloud|system|fleet|v
        0.7t <release> .. broke|caused|doubled|dropped|introduced|contained|exposed|started|brought|triggered|required|removed|deleted|began|failed|reached|pushed|fetched|left|overwhelmed|took
        0.75t rolled|rolling|rolls|pushed|shipped|went|gone|going|put|sent .. out|live|into production|service|to
        0.49t went|gone|goes|going live
        0.45t deployed|deploys|deploying|redeployed|upgraded|upgrading|migrated|migrating|migrates|released|promoted|promotes|shipped|installed|rolled ... version|build|release|cluster|production|prod|database|server|servers|regions|new|fleet|nodes|over|it|platform|all
        0.43t was|were|being|been|is|are|had deployed|released|upgraded|migrated|shipped|converted|moved|switched|installed|patched|rolled
        0.53t new|latest|recent|faulty|bad|first|next|nightly|updated|failed|botched|delayed .. release|version|build|software|firmware|deployment|rollout|deploy|image|client|hosting|platform|engine|router
        0.61t mixed|half|two|old .. fleet|versions|version|upgraded|migrated
        0.48t bumped|bumps|bump|uploaded|upload .. version|to|soname|dependency|package|library|release|the
        0.38t cut|cutting|cutover|switch|switched|switching|moved|moving|transition* .. over|to .. new
        0.45t schema|data|database|customer|platform migration|migrations|conversion|cutover
        0.55t alter|ddl .. release|migration|table|statement

        [capacity]
        -- more came than it could hold
        0.61t <full>
        0.61t <load> .. <full>|doubled|tripled|quadrupled|exceeded|spiked|surged|rose|climbed|jumped|grew|peaked|increased|multiplied|arrived|reached|went
        0.76t <resource> .. <full>|filled|ran|low|ceiling|limit|short|gone|grew|climbing|used|spiked|outgrew|cap
        0.78t ran|run|running|runs out|short|low of|on
        0.55t out of|for want|lack|shortage .. <resource>|gpu|tokens|ids|seats|licences|licenses|slots|addresses
        0.58t shortage|lack|want|exhaustion .. of .. <resource>|addresses|free|seats
        0.65t hit|hits|reached|reaches|met|exceeded|exceeds|exceeding|over|past|against|ran|beyond|above|breached .. limit|limits|ceiling|cap|maximum|quota|capacity|max|threshold|bound|allowance
        0.69t limit|limits|cap|maximum|quota|max|ceiling|pool .. of|was|is|were|reached|set|hit|at
        0.36t sized|dimensioned|provisioned|scaled|built|designed|planned|rated .. for|at|to|only
        0.55t undersized|underprovisioned|overbooked|oversubscribed|overcommitted|understaffed
        0.52t too few|many|small|much|little|large|big|slow
        0.73t not|n't|no .. enough|sufficient|spare|headroom|room|cope|keep|handle|absorb|carry|serve
        0.68t could|cannot|can|unable not|n't|to .. cope|handle|carry|absorb|keep|hold|serve|scale|process
        0.53t surge|spike|peak|flood|rush|burst|wave|influx|onslaught|stampede|crush|growth|jump|increase .. of|in|from
        0.84t high|heavy|peak|extra|exceptional|unusual|unprecedented|increased|record|excess|sudden|extreme|double|unexpected|additional .. <load>
        0.61t times|twice|double|triple|tenfold|factor .. usual|normal|expected|ordinary|customary|average|traffic|load|volume|size|previous
        0.51t cpu|memory|heap|disk|swap|inode|inodes|thread|threads|connection|connections|pool|queue|worker|workers|bandwidth|iops|gpu|cores|core .. at|100|full|limit|pinned|maxed|exhausted|ceiling|overflow*|busy|filled|waiting|grew|was|were|up
        0.8t oom|oomed|oomkilled|oomkill*|maxmemory|ulimit|enospc
        0.59t killed|crashed|restarted|died .. for|from|with|of want|lack|memory|out|oom
        0.5t backlog|queue|queues .. grew|grows|built|stood|rose|full|length|reached|overflow*|of|up
        0.5t consumed|consuming|used|took|taking|ate|hogged|occupied|pinned|held .. all|every|entire|most|available
        0.43t rate limit|limits|limited|limiting
        0.74t throttled|throttling|congested|congestion|contention|bottleneck|saturat*|overload*|overwhelm*
        0.5t at once|same moment|simultaneously
        0.75t filled|fills|filling .. up|disk|volume|partition|queue|log|with
        0.74t remaining|surviving|left|one|two .. too|could|few|not|alone|n't .. carry|cope|few|handle|enough|load

        0.64t carry|carried|bear|held .. all|whole|entire|full .. load|traffic|work
        0.82t heavy|put|putting|added|adds|extra|read .. load .. on|upon|is|was
        0.6t more .. than .. could|can|would|had|has|fit|process|hold|take|allow*|space|room
        0.64t room|space|space .. for .. no|only|at|more|most
        0.78t quota|quotas|limits .. on|of|for|was|were|made

        [cascading-failure]
        0.57 failed|fell|down|stopped|died|unavailable .. along|together .. with|it
        0.57 failure|failures|fault|outage .. passed|moved|reached|jumped|crossed|went|carried|spread .. from|to|into|on
        0.73 as|when|while|once .. failed|emptied|slowed|recovered|fell .. they|it|the .. failed|too|turned|more|with
        0.59 collapsed|buckled|crumbled|drowned .. under|in|beneath
        0.3 filled|piled|queued|backed up
        0.44 depend*|rel* .. on|upon .. it|failed|same|which|that .. also|too|failed|stopped
        -- it spread or fed itself
        0.8 retry|retries|retried|retrying|reconnect*|resubmit*|reload* .. <load>|storm|each|load|again|made|overload*|overwhelm*|without|multiplied|backoff|kept|amplif*|which|into
        0.76 clients|client|users|devices|apps|agents|sdk|gateway|callers|browsers|players|launchers .. retried|retry|retries|retrying|reconnect*|reload*|hammer*|return*|loop
        0.67 all|every|everyone|thousands .. reconnect*|retry|retried|returned|restarted|log|logged|came .. at|once|same|simultaneously|together
        0.73 backoff|jitter
        0.65 cascad*|snowball*|domino|avalanche|ripple*|knock on|chain|spiral*|storm|stampede*|herd
        0.55 feedback|vicious|self|death|doom|positive .. loop|circle|reinforcing|amplifying|spiral|feeding|perpetuating
        0.64 fed itself|on
        0.32 which|that|this|and .. in turn
        0.23 in turn
        0.45 then|next|also|too .. <broke>|overload*|fell|failed|ran|tripped|drown*
        0.56 took|dragged|pulled|brought|drew .. with it|them
        0.76 one after another|the
        0.36 spread|spreads|spreading|propagated|spilled|backed|backs|travelled|traveled|rippled|leaked .. to|into|across|through|up|onto|other|over|along
        0.34 remaining|surviving|other|rest|neighbouring|neighboring|neighbours|next|remainder|last|left .. overload*|load|fail*|failed|crash*|fell|took|died|trip*|restarted|more|congested|overwhelm*|saturat*|gave|went
        0.36 load|traffic|requests|flow|work .. shifted|moved|shifts|moves|landed|fell|diverted|redistributed|redirected|failed .. to|on|onto|over|remaining|others
        0.25 blocked|exhausted|held|holding|tied|waited|waiting .. callers|threads|upstream|pool|downstream|everything|all|on
        0.55 slow|slowness|failure|fault|outage|failing .. of|in|at one .. became|made|took|spread|stopped|brought
        0.59 each .. recovered|restarted|instance|time|restart|new|came .. trampled|again|knocked|fell|crashed|overwhelmed|died|overload*
        0.59 recovering|recovered|restarting|returning .. overwhelm*|trampled|again|swamped|crushed
        0.46 crashed|died|fell|failed .. too|again|next|likewise|followed|aswell
        0.58 knocked|dragged|tipped .. over|down|others
        0.55 thereby|thus .. turned|became|spread|overload*|cut
        0.55 amplif*|multiplied|compounded|magnif* .. load|traffic|requests|problem|by|it|failure
        0.55 redelivered|requeued|delivered .. again|next|crash*
        """#
}
