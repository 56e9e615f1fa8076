import Authoring
import Testing

/// Sentences of the kinds in the catalogue, written for this test and for no rule in particular.
private let blameful = [
    "The database administrator ought to have tested the restore first.", "You should not have merged on a Friday.",
    "The change should have been reviewed by a second pair of eyes.", "The night shift could have avoided all of this.",
    "If the approver had looked at the diff, nothing would have happened.", "If only somebody had read the runbook.",
    "Had they followed the checklist, customers would not have noticed.", "Support failed to pass the ticket on.",
    "The contractor neglected to lock the rack.", "Our on-call omitted to silence the second alert.",
    "The incident commander refused to declare a major incident.", "He never verified the backup.",
    "The developers didn't understand what the flag did.", "No one thought to check the quota.",
    "Nobody bothered to update the wiki.", "The reviewer missed the obvious typo.", "Tomasz forgot the second region.",
    "All the operator needed to do was wait.", "It would have taken two minutes to check.",
    "The administrators were expected to rotate the key every month.", "Clearly, someone was not paying attention.",
    "It should have been obvious that the disk was full.", "Engineers dismissed the alarm as noise.",
    "The on-call disregarded three alerts.",
    "The writing had been on the wall for months; the writing was on the wall.",
    "It was only a matter of time until this broke.", "Given the state of the scripts, failure was inevitable.",
    "The team knew about the leak but deployed anyway.", "They should have known better.",
    "This was negligent.", "What a stupid idea to run it by hand.", "The technician was clumsy.",
    "Reckless use of root access led to the loss.", "The engineer mistakenly deleted the index.",
    "The admin set the value incorrectly.", "They hastily rolled out the patch.",
    "She ran the script without testing it.",
    "The rollback was a bad call.", "Poor judgement led to the second outage.", "It is inexcusable to skip a backup.",
    "The team mismanaged the migration.", "The engineer misread the graph.", "Somebody screwed up the config.",
    "There was a clear lack of ownership.", "Complacency had set in.", "A silly oversight cost us four hours.",
    "The developer bypassed code review.", "The operator ignored the change freeze policy.",
    "The on-call skipped two steps of the runbook.",
    "Everyone knows you don't restart a primary.", "After being warned, the team went ahead.",
    "The manager knowingly ignored the audit.",
    "Root cause: operator error.", "The loss was due to manual error.", "An employee fat-fingered the prefix.",
    "Pilot error was ruled the cause.",
    "The incident was caused by an engineer.", "The failure was due to a contractor.",
    "The leak is attributable to a developer.",
    "A technician made a mistake while replacing the disk.", "The engineer dropped the table by mistake.",
    "An error introduced by a network engineer took the link down.", "It was the vendor's technician's fault.",
    "The network team was at fault.", "The person responsible for the outage has been spoken to.",
    "The culprit was a junior engineer.",
    "A junior engineer who had never used the tool ran it.", "The untrained operator pressed the wrong button.",
    "This comes down to a skills gap.", "My bad, I restarted the wrong host.",
    "The problem sits between keyboard and chair.",
    "Ahmed broke the build.", "Elena misconfigured the firewall.", "The vendor let us down again.",
    "The search team caused the outage.",
    "Typical of the platform team.", "The intern wiped the staging disk.",
    "The administrator dropped the production database.",
    "The only cause of the outage was the deploy.", "People are the weakest link in this process.",
    "Why did the engineer not roll back?", "Who pushed the broken build?",
    "Engineers need to be more careful with production access.",
    "Retrain the operators on the procedure.", "The developer was reprimanded.", "Two employees were suspended.",
    "The team lead will be held accountable.", "The mobile team never tests on old devices.",
    "The engineer cut corners.",
    "The operator was tired.", "The whole response was a fiasco.", "What a nightmare!!",
    "The so-called expert was asleep.",
    "The coding agent decided to drop the table.", "The chatbot lied to the customer.",
    "The reviewer blindly accepted the suggestion.",
    "The service was vibe-coded.",
]

private let clean = [
    "The scheduler should have picked the next node by then.", "The load test should include a failover.",
    "Backups should be tested every quarter.", "A rate limit could have capped the retries.",
    "If the lease expires, a new leader is elected.",
    "The replica failed to catch up.", "The certificate could not be renewed because DNS validation failed.",
    "The probe did not check the second port.", "The exporter did not report the queue depth.",
    "The cache missed on every key.",
    "Three heartbeats were missed, so the node was fenced.", "The parser ignores unknown fields.",
    "The timeout was supposed to be thirty seconds.",
    "It took five minutes to drain the node.", "The log clearly shows the retry.",
    "There was no obvious error in the logs.",
    "The alert was suppressed because a maintenance window was open.", "The volume was bound to the wrong node.",
    "The known limits are in the appendix.", "The idle connections were closed.",
    "A greedy algorithm assigns the shards.",
    "The load balancer incorrectly marked the host as healthy.", "The bad disk was replaced.",
    "The wrong certificate was served for ten minutes.",
    "Poor cache locality slowed the query.", "An improperly configured probe restarted the pods.",
    "The lack of capacity in one zone delayed recovery.",
    "The request was rejected because it violated the schema.",
    "The pipeline skipped the lint step because the cache was warm.",
    "The compiler warns about it.", "The error rate peaked at four per cent.",
    "User errors are returned with status 400.",
    "The outage was caused by an expired certificate.", "The delay was due to a full disk.",
    "Retries happened because of a short timeout.",
    "The mistake in the query was fixed in version 2.1.", "Fault injection is run every week.",
    "A segmentation fault stopped the worker.",
    "The owner is responsible for renewing the certificate.", "New hires shadow the on-call for two weeks.",
    "The model was trained on stale data.",
    "Human factors research describes this as a mode error.", "We apologise for the disruption to our customers.",
    "Terraform destroyed the cluster.", "The lifecycle rule deleted the objects.",
    "The network team rerouted the traffic at 11:20.",
    "The engineer ran the command with the default namespace; the tool did not ask for confirmation.",
    "The on-call engineer paged the database team at 03:10.",
    "Two responders joined the call and compared the graphs.", "The operator noticed the lag and stopped the rollout.",
    "Several conditions combined.", "The function works as designed.", "What made the two prompts look alike?",
    "How is the limit set?",
    "The counters were measured carefully.", "The account was suspended automatically after ten failed logins.",
    "The process was terminated by the kernel.",
    "The job always uses the oldest replica.", "The release was moved to Tuesday.",
    "The disaster recovery plan was followed.",
    "The option is called “fast mode”.", "The agent restarted the container after three failed probes.",
    "The assistant drafted the change and a reviewer approved it.",
    "The kernel panicked.", "The change passed the normal review.",
    "The team decided to fail over to the second region.",
    "The reviewers saw a diff of two thousand lines.", "The page was acknowledged after four minutes.",
    "Nobody was on call for the service at that hour.",
    "The support team answered two hundred tickets.", "The user forgot to save the form.",
    "Customers did not notice the failover.",
    "The engineer did not have access to the console.", "The runbook did not say which host to drain.",
    "The vendor restored the link at 14:00.",
]

@Test("Sentences of the catalogue's kinds are told apart")
func sentences() throws {
    let lint = BlamelessLint()
    var tally = Tally()
    for (isBlameful, list) in [(true, blameful), (false, clean)] {
        for sentence in list {
            let found = try lint.findings(in: sentence, path: "s", scope: .passage).filter { $0.severity >= .warning }
            tally.count(isBlameful: isBlameful, isFlagged: !found.isEmpty)
            if isBlameful == found.isEmpty {
                print(isBlameful ? "missed:" : "false alarm:", sentence, found.map { "\($0.rule) \($0.excerpt)" })
            }
        }
    }
    print("own sentences:", tally)
    #expect(tally.precision >= 0.98 && tally.recall >= 0.97)
}
