"""What the public hears, English: promises, causes, denials, ways into private, offers, rights, advertising."""

PROMISES = {
    "certain": """
        guarantee|guarantees|guaranteed|promise|promised
        ! can't|cannot|not|won't|never .. promise|guarantee|guaranteed
        ! no guarantee|guarantees|promise|promises
        ! we'd|had|we|i promised
        definitely|certainly|undoubtedly
        100% sure|certain
        without fail|doubt
        no doubt
        never .. again
        won't|not happen|occur again
        ! should|must|shouldn't|mustn't|can't .. again
        my word
        rest assured
        for certain|sure
        in any case
    """,
    "at_once": """
        immediately|instantly|straightaway
        at once
        straight|right away
        any moment|minute|second now?
        in no time
    """,
    "outcome": """
        run|runs|running|fixed|restored|resolved|sorted|repaired|solved|working|works|work|arrive|arrives|arriving|
            delivered|done|finished|over|reopen|reopens|reopened|replaced|rebooked|reconnected|mended|moving|live
        back up|online|on|to|in|running|working|again
        be|is|are back|up|there|normal|clear
        leave|leaves|depart|departs|start|starts|return|returns|resume|resumes|get|gets in|off|there|moving
        leaves|departs|resumes|restarts|resume|restart
        will|'ll be|get|go|come|see
    """,
    "refund": """
        refund|refunds|refunded|reimburse|reimbursed|reimbursement
        money|fare|fee back
        cover|pay .. costs|cost|taxi|hotel|damage
        compensate|compensated
        ! ask|apply|claim|check|request .. refund|refunded|reimbursement
    """,
    "pay": """
        get|gets|receive|receives|refund|refunded|back|credit|credited|pay|pays|paid|compensat*|entitled|discount|off
    """,
    "cause": """
        cause|reason is|was|for|behind
        caused|triggered by
        due|down to
        because of
        blame is|lies
        ! down|due to us|me
    """,
    "own_step": """
        i'll|we'll .. check|look|write|call|ask|let|message|update|find|chase|send|answer|reply|speak|talk|tell|
            follow|post
        as soon as i|we|somebody|someone|anybody
        passing|passed|pass .. on|along
        i'll|we'll pass
        i'll|we'll be back|here|there|right|in
        i'll|we'll get back
        i|we will .. check|look|write|call|ask|let|message|update|find|chase|send|answer|reply|speak|talk|tell|follow
        i'm|we're|am|are checking|looking|writing|calling|asking|chasing|finding
        hear from|back
        you'll|will hear
        message|send|write|drop|call|delete|report|email|dm us|me|it|that|your
        please .. message|send|write|drop|call|delete|report|email|fill|dm
        get back to
        let you know
        keep you posted|updated
    """,
}

HEARD = {
    "denies": """
        rumour|rumours|rumor|rumors|false|untrue|fake|hoax|nonsense|unfounded
        made up
        not|isn't|aren't|wasn't true|right|correct|so
        not|isn't the case
        nothing in|to that|this|the|it
        no truth
        mistaken|misinformed|wrong
    """,
    "advertising": """
        book|order|buy|upgrade|switch|sign now|today|here
        our great|fantastic|amazing|new|latest|best|exclusive|unbeatable|brilliant|special|award-winning offer|offers|
            deal|deals|plan|plans|product|products|network|app|package|packages|range|tariff|tariffs|shop|store|phone|phones
        our? online shop|store
        visit|check|browse .. our? shop|store|offers|deals
        fastest|best|cheapest|biggest|leading network|prices|price|provider|trains|service .. country|market|uk|region
        award-winning|market-leading|unbeatable
        while stocks|offer last|lasts
        limited time|offer
        special offer
        discount|promo|voucher code
        % off
        don't miss out
        treat yourself
    """,
    "offer": """
        voucher|vouchers|goodwill
        free month|months|ride|trip|ticket
        credit .. account|bill
        a credit
        ! credit card
        gift card
        as .. apology|gesture|thank-you|compensation|sorry
        on us|me|the house
        waive|waiving|waived
        free of charge
        at our expense
        make it up to
    """,
    "right": """
        entitled to
        your|legal|statutory|passenger|consumer rights|right
        by law
        right to
        ! not|isn't|aren't .. entitled
        ! right to be|feel|say|ask|complain
    """,
    "notice": """
        status|service notice|post|update|message
        pinned post|notice|update|message
        our latest|current|service? notice|announcement
        notice|announcement|post at the? top
    """,
    "not_known": """
        don't|doesn't know .. yet
        don't|doesn't yet know
        don't|do not know
        no idea yet
        not known|clear|certain|decided|sure yet
        isn't|aren't known|clear|certain|decided|sure yet
        still unclear|open|unknown|uncertain
        can't|cannot say|tell .. yet
    """,
    "way.message": """
        dm|dms|pm|pms|inbox|privately
        private|direct message|messages|chat
    """,
    "way.call": """
        call|ring|phone us|me|you|back
        give us|me|you a? call|ring
        callback|call-back|helpline|hotline
        by|over|on the? phone
    """,
    "way.mail": """
        <mail>
        by|via|an email|e-mail|mail
        email|e-mail us|me
    """,
    "way.form": """
        form|contact-form|webform|web-form
    """,
}

FILLER = """
    cause caused reason fault problem incident issue disruption because behind down
    unknown unclear open investigated investigating looked known being
"""
"""Words in a clause about a cause that name none."""
