extension CueTables {
    /// Configuration, code and releases.
    static let change = #"""
        [configuration-change]
        -- a setting was wrong or was changed
        0.75t misconfigur*|misconfiguration*
        0.7t configuration|config change|changes|error|errors|update|push|mistake|drift|mismatch|issue
        0.65t wrong|incorrect|bad|faulty|invalid|erroneous|broken|missing|stale|outdated|improper|unintended|insecure .. configuration|config|configs|setting|settings|flag|parameter|annotation|annotations|value|values|arn|permission|permissions|policy|rule|rules|record|records|label|labels|default|defaults|environment
        0.6t incorrectly|improperly|wrongly|badly|not .. configured|set
        0.6t configured .. incorrectly|wrongly|improperly|with
        0.5c configuration|config|configured|configurations|settings
        0.25c setting|flag|flags|annotation|annotations|policy|quota|label|labels|parameter|route|routes|terraform|yaml|manifest|manifests
        0.65t feature|kill flag|flags|toggle|switch .. was|were|enabled|turned|flipped|rolled|change|disabled
        0.6t changed|modified|updated|edited|altered|amended|removed|deleted|added|applied|new|adjusted|tweaked ... configuration|config|setting|settings|permission|permissions|policy|policies|rule|rules|flag|routing|quota|limit|acl|acls|iam|annotation|parameter|record|records|default|certificate|values
        0.5 change|changes|update .. to|of|in .. configuration|config|settings|permissions|policy|rules|routing|firewall|dns|quota|limits|acl|iam|values
        0.65t dns|routing|bgp|firewall|acl|iam|nginx|proxy|route|permission|access|network|cdn|quota|policy change|changes|update|config|configuration|rule|rules|misconfig*|policy
        0.6 dns record|records|entry|zone .. deleted|removed|changed|missing|wrong|incorrect|updated
        0.6 permission|permissions|access|privileges|roles .. too|revoked|removed|changed|missing|overly|broad|excessive|denied|granted|broader
        0.35 overly|excessive*|too .. permissive|broad|permissions|privileges|scope
        0.55 not|n't .. scoped|configured|set|enabled properly|correctly|to
        0.5c never|not configured|set to
        0.55 default|hardcoded .. setting|settings|configuration|config|value|limit|password|credentials|ip|address
        0.55 api key|token|account .. deleted|revoked|removed
        0.5 exposed|open .. instances|ports|port|internet|publicly
        0.5 minsize|maxsize|replicas|desired .. set|from|updated|changed|reduced
        0.5 pointed|pointing|points .. to .. wrong|old|incorrect|previous|stale
        0.55 cache control|cache headers|header|headers .. changed|set|missing|wrong|incorrect|stripped|forwarded
        0.5 set|changed|increased|decreased|lowered|raised .. from .. to
        [code-defect]
        -- a defect is named
        0.7t bug|bugs|defect|defects|regression|regressions
        0.75t software|code|latent|coding|programming|logic|implementation bug|defect|error|errors|flaw|fault|issue|problem|mistake
        0.75t race condition|conditions
        0.75t memory|resource|connection|handle|thread|descriptor|goroutine|socket leak|leaks
        0.65t leaked|leaking|leaks .. memory|connections|sockets|threads|handles
        0.6t deadlock*|segfault*|off by one|overflow|underflow|infinite|npe
        0.7t null|nil pointer|dereference|reference
        0.7t buffer|integer|stack overflow|overrun
        0.6t unhandled|uncaught|unexpected .. exception|exceptions|error|case|panic
        0.6t incorrect|wrong|faulty|flawed|broken|buggy|bad|missing|inefficient|unbounded|mishandled .. logic|code|query|queries|implementation|algorithm|regex|regular|parsing|handling|calculation|escaping|encoding|check|comparison|assumption|conditional|function|loop
        0.6t regex|regexp|regular expression|backtracking .. caused|consumed|catastrophic|bug|matched|cpu|exhausted
        0.55 did|does not|n't .. handle|account|consider|escape|validate|clear|release|close|free|parse|respect
        0.5c n't .. handle|account|consider|escape|clear|release|close|free|parse|respect
        0.55 failed to consider|handle|account|validate|release|close|escape|parse|clear
        0.6 never .. cleared|cleaned|released|closed|freed|removed|deleted|purged|expired
        0.6t vulnerability|vulnerabilities|flaw .. in|was|is|allowed|allows|due|that
        0.55t injection|traversal|xss|csrf|deserialization|rce .. vulnerability|issue|flaw|attack|possible
        0.5 patch|hotfix|fix .. was|released|for .. bug|issue|bugs|vulnerability|defect|version|released
        0.5 fixed in version|release|v
        0.5 incompatib*|backward|backwards .. change|changes|with|version|incompatible|compatible
        0.35 crash|crashed|crashes|panic|panicked .. when|because|on|due|if
        0.5 introduced|introduces .. in version|release|commit|pr|by|a|the .. bug|change|regression|issue|error|problem
        0.55 unintended|unexpected side effect|effects|behaviour|behavior
        0.55 memory exploit|corruption|safety
        0.5 n+1|unoptimised|unoptimized|inefficient query|queries
        0.6t ran into a? null|nil|division|overflow
        0.6t software|code|function|program|update .. could not|n't .. process|handle|hold|cope|parse
        0.55t old|unused|dead|dormant|latent|leftover|obsolete code|function|path|bug|branch|routine
        [deployment]
        -- a release, upgrade or migration was under way
        0.65t during|after|following|part|when|while .. deployment|deploy|release|rollout|upgrade|migration|upgrading|deploying|migrating|update|updating|launch|rollback|upgraded|migrated|deployed
        0.6t deployment|deploy|release|rollout|upgrade|migration|rollback|hotfix .. caused|broke|failed|introduced|triggered|resulted|led|errored|which|contained|included|was|that
        0.4c deployment|deploy|deployed|release|released|rollout|upgrade|upgraded|upgrading|migration|migrated|migrating|rollback|shipped
        0.5t bad|faulty|broken|failed|new|unintended|botched|unintentional|partial deployment|deploy|release|rollout|upgrade|migration|version|build|update|bump
        0.55t rolled|rolling|roll|shipped|pushed out .. new|change|version|release|update|code|upgrade
        0.4t deployed|released|shipped|upgraded|merged|migrated ... version|release|change|to|update|production|pr|new|code
        0.25 merged|merging|pr|bumped|bump
        0.5t version|upgrade|update .. bump|upgrade|update|bumped
        0.55t failed|fails|fail|failing .. to .. deploy|upgrade|migrate
        0.5t rolled|rolling|reverted|rollback back|to|the .. deploy|deployment|release|change|version|previous
        0.5t newly|recently deployed|released|introduced|upgraded|launched|shipped|rolled
        0.5t schema|data|database|cluster|cloud|node|kernel migration|migrations|upgrade
        0.6t migration|upgrade|upgrading|migrating|transition .. from|to .. to|v
        """#
}
