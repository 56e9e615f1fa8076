/// What `standard` gives for the draft of its test; a change to the template is reviewed here.
let standardSnapshot = """
    ---
    title: "Checkout: errors"
    date: 2026-01-31
    severity:
    status: draft  # draft, in review, final
    services: ["checkout"]
    stamps:  # one moment each, such as 2026-01-31T14:02Z, or {at: 2026-01-31T14:02Z, estimated: true, from: paging log}
      impact_start:
      detected:
      alerted:
      engaged:
      declared:
      mitigated:
      resolved:
    authors: []  # roles, such as incident lead or on-call responder 1
    template: standard
    ---

    # Checkout: errors

    ## Summary

    <!-- prompt: What happened, and what did it mean for users, in two or three sentences? -->

    ## Impact

    <!-- prompt: What did users notice, how many or what share, and for how long? Which figures are measured and which estimated? -->

    ## Timeline

    <!-- prompt: What happened, in order, starting before the first symptom? Which record shows it? -->

    All times are UTC.

    | Time | What happened | Role or tool | Evidence |
    |---|---|---|---|
    | 2026-01-31 14:02 | Error rate rises | monitoring | |

    ## Detection

    <!-- prompt: How did the incident come to notice, and how long after the impact began? What did the alert say? -->

    ## Contributing factors

    <!-- prompt: What conditions, in combination, made this possible? Name three or more: changes, defaults, limits, missing guards, load, dependencies. -->
    <!-- prompt: How did the action that came right before look sensible with what could be seen at that moment? -->

    ## Resolution

    <!-- prompt: What ended the impact? What was tried before, and what did each attempt show? -->

    ## Where we got lucky

    <!-- prompt: What limited the impact without having been planned to? -->

    ## Lessons

    <!-- prompt: What worked well and is worth keeping? -->
    <!-- prompt: What surprised us, and what does that say about how we pictured the system? -->

    ## Action items

    <!-- prompt: What will change, and how will it be known to be done? Type is prevent, detect, mitigate or process; the owner is a role. -->

    | Action | Factor it addresses | Type | Owner | Due |
    |---|---|---|---|---|

    """
