"""Communicative acts, English. One pattern per line; docs/scoring.md says what each rule is for."""

ACTS = {
    "greeting": """
        hi|hello|hey|hiya|morning|afternoon|evening|greetings
        good morning|afternoon|evening|day
        dear mr|mrs|ms|sir|madam|customer
        bore da
        ! morning peak|rush|train|service
        ! evening peak|rush|train|service|restrictions|bit
        ! afternoon train|service
    """,
    "feeling": """
        frustrating|frustration|annoying|upsetting|worrying|stressful|awful|horrible|rotten|miserable|maddening|
            infuriating|exhausting|scary
        i|we understand|see|hear|get why|how|that|you|your
        must|can be|feel .. frustrating|annoying|hard|awful|worrying|stressful|upsetting
        must have been .. frustrating|annoying|hard|awful|worrying|stressful|upsetting
        no wonder
        you're right
        you are .. right
        fair point|enough|question
        that's|what a? rotten|awful|rough|tough|miserable|long|lot|unacceptable|poor|nightmare
        that is .. rotten|awful|rough|tough|miserable|unacceptable|poor|nightmare
        of all days|things|times
        you poor
        good question
        glad you|to
        lovely to
        thank you for telling|sharing
        thanks for telling|sharing
        i'd be|feel .. too
        i'd .. be annoyed|cross|fuming
        deserve|deserved better
        on top of
    """,
    "apology": """
        sorry
        apologise|apologize|apologies|apology|apologising|apologizing
        forgive us|me
        regret
        ! sorry state
        ! feel sorry for yourself
        ! not sorry
    """,
    "ownership": """
        our|my fault|mistake|error|doing|bad|mess|failure|slip
        we|i got .. wrong
        we|i let you down
        we|i should .. have
        you should have .. had|been|got|heard|received
        that's|that|this is|was? on us|me
        on our side|end
        we|i messed|slipped|missed|forgot|failed|broke|dropped|overlooked
        should not|never have happened|taken|been
        shouldn't have happened|taken|been|had
        was|is wrong|unfair|not good enough|our
        own this|it|that
        my|our responsibility
        i'll stay with
        ! not our fault|doing|mistake|responsibility
        ! wasn't our
        ! isn't our
    """,
    "thanks": """
        thank you
        thanks
        cheers
        grateful
        appreciate
    """,
    "explanation": """
        because|since|so
        the|a reason|cause|culprit
        is|was the cause|reason|culprit
        due|owing to
        caused by
        that's why
        which is why
        means|meant
        as .. was|is
        ! so sorry|much|very|glad|far|sad|happy|good|great
    """,
    "next_step": """
        i'll|we'll
        i'm|we're sending|rolling|putting|booking|refunding|checking|calling|adding|moving|asking|getting
        i|we will|am|are .. by|at|before|until|today|tomorrow|tonight|now
        i've|we've .. opened|asked|booked|sent|added|refunded|credited|moved|raised|put|arranged|set|reset|flagged|
            checked
        by|at|before|until|around|from|between <time>|tonight|tomorrow|today|noon|midday|midnight|monday|tuesday|
            wednesday|thursday|friday|saturday|sunday
        by|at|before|until|around|from|between #
        within|in the? #
        later today
        today|tonight|tomorrow
    """,
    "offer": """
        can|could i|we offer|send|book|arrange|help|get
        would|do you like|want|prefer
        shall i|we
        if you'd rather|like|prefer
        if you would rather|like|prefer
        if you want|like
        instead|alternatively
        on us|me
        ! that's|that|this is|was? on us|me
        refund|credit|compensation|replacement|free
        you're due|entitled|owed
        happy|glad to
        what i|we can do
        you can
    """,
    "to_private": """
        dm|dms|pm
        private|direct message|messages|chat
        message us|me
        privately
        by|via email
        in private
    """,
    "sign_off": """
        <initials>
        best|kind|warm wishes|regards
        regards|cheers|yours|sincerely
        take care
        ! take care of
        safe trip|travels|journey
        have a good|great|lovely|nice
        enjoy the|your
        all the best
        good luck
        ! cheers for
    """,
}
