extension CueTables {
    /// Word classes that the other tables name.
    static let classes = #"""
        [classes]
        // Words that end a scope.
        contrast = but however although though yet instead rather whereas except
        stop = which who that while because

        // Who acts.
        person = engineer engineers operator operators administrator administrators admin admins technician technicians employee employees staff developer developers contractor contractors someone somebody we i he she team teams responder responders maintainer maintainers colleague colleagues technicians person worker workers electrician sre sres programmer intern author authors volunteer crew owner owners
        human = human humans person people engineer engineers operator operators administrator administrators employee employees staff technician technicians developer developers
        actor = engineer engineers operator operators administrator administrators admin admins employee employees staff technician technicians developer contractor contractors maintainer maintainers sre sres colleague worker workers electrician
        vendor = company vendor provider spokesperson spokeswoman spokesman representative officials statement ceo cto executive executives firm manufacturer maker regulator auditor investigators investigation review inquiry report
        insider = insiders insider sources employees people persons workers engineers staff analysts
        public = customers customer users user outlets media press commentators posts reports articles headlines researchers observers readers critics
        says = said says say speaks spoke told tells stated states confirmed confirms claimed claims reported reports wrote writes explained explains announced admitted acknowledged added insisted insists maintained maintains described describes argued argues suggested suggests believe believes alleged allege blamed blame blames pointed attributed attributes concluded found determined established denied denies deny disputed disputes rejected rejects dismissed rebutted refuted contradicted
        determiner = a an the its their his her our one two three four five six several some many multiple unnamed anonymous former current
        preposition = to
        pronoun = it they he she
        accordingly = according per citing

        // Software that acts on its own.
        machine = script scripts scheduler cron cronjob job jobs pipeline pipelines autoscaler autoscaling autoscale controller controllers operator automation bot bots watchdog daemon reaper orchestrator reconciler terraform ansible puppet chef flux argocd kubernetes descheduler cleanup failover workflow workflows system process tool tooling asg kubelet supervisor updater
        robot = script scripts cron cronjob cronjobs autoscaler autoscalers scheduler automation automations bot watchdog reaper reconciler descheduler
        // What it does when that goes wrong.
        harmed = deleted removed terminated killed wiped overwrote purged evicted drained reverted restarted rebooted disabled suspended blocked throttled dropped destroyed detached withdrew withdrawn shut scaled recreated replaced failed triggered pushed flushed banned revoked decommissioned flagged quarantined unpublished rolled stopped rebuilt cancelled

        // AI: plain words, and words that are AI only where AI is the subject.
        aiplain = ai llm llms gpt chatgpt chatbot chatbots copilot claude gemini genai codex grok bard openclaw llama deepseek openai kiro devin replit windsurf perplexity
        ainoun = ai llm llms gpt chatgpt chatbot chatbots copilot claude gemini genai codex grok bard openclaw llama deepseek kiro devin replit windsurf agent agents assistant assistants bot model
        aidone = deleted wiped dropped destroyed executed ran issued overwrote erased removed exfiltrated leaked sent purchased bought modified terminated committed pushed complied followed bypassed ignored accessed transferred rebuilt recreated decided declared ordered refunded approved published emailed posted merged changed disabled altered acted attempted proceeded obeyed invoked spent installed escalated uploaded forwarded downloaded scraped unpacked initiated

        // States and verbs.
        be = is are was were be been being
        lacked = lacked lacks lacking missing absent nonexistent
        resource = memory ram cpu disk storage space connections threads sockets ports addresses ips capacity resources quota inodes descriptors handles workers iops bandwidth processes pods slots budget funds credits heap swap
        store = database databases db table tables index indexes volume volumes disk storage cache bucket cluster shard replica replicas partition backups snapshot snapshots records rows data primary
        outage = outage outages incident incidents downtime disruption disruptions failure failures error errors issue issues problem problems unavailability degradation crash event
        change = change changes update updates configuration config setting settings flag policy rule rules modification
        caused = caused cause causes causing triggered triggering led leading resulted resulting broke took brought prompted sparked
        guard = validation test tests testing check checks checking review reviews canary guardrail guardrails safeguard safeguards protection protections verification confirmation approval limit limits throttling backup backups rollback redundancy failover limits staging oversight sandbox sandboxing isolation scanning filter filtering sanitization authentication authorization mfa 2fa timeout timeouts breaker linting ci quorum
        """#
}
