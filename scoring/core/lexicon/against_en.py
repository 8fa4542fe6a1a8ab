"""What speaks against a reply, English, and what hedges a refusal. One pattern per line."""

AGAINST = {
    "blame": """
        you should|could|must have .. checked|read|booked|called|told|registered|asked|kept|noticed|known
        you should|could have
        ! you should have had|been|got|heard|received
        you should've
        if you'd .. have|had
        if you had .. have|had
        if you had|hadn't|didn't|don't|hadn't
        your own fault|mistake|responsibility|error
        your fault|responsibility
        responsibility|matter of|for
        not our fault|doing|responsibility|department|problem|decision
        not by|us|ours|a
        is|was|are not|n't .. responsible
        isn't|wasn't|aren't .. our|us|responsible
        contractor|contractors|third-party|infrastructure|manufacturer|owner's|provider
        third parties|party
        outside|beyond of? our control
        you agreed|accepted|signed|failed|entered|forgot|missed
        by the customer
        customers who|are|should|must
        have you even|actually
        have|had been informed|notified|told
        we did write|tell|say|send|warn|announce
        as you were|would
        terms and conditions
        incorrectly
        more carefully
        most of our|people|customers
        spreading
        without a reply
        next time
        most members|people|customers find
        what you need to understand
        the customer's
        self-service
        own risk
    """,
    "denial": """
        not aware|known
        no record|evidence|trace|fault|known|issue|issues
        can't|cannot be right|true
        can not be right|true
        never announced
        misinformation|rumours|rumors|speculation|false
        unable|not able to
        not in a position
        not possible
        isn't possible|our
        there's nothing
        there is nothing
        nothing we can
        as expected
        working normally|fine|correctly
        not entitled|eligible|required
        excluded|exempt
        we|i do not|cannot
        comment on
    """,
    "stalling": """
        patience|bear with
        your understanding
        we're|we are .. working|looking|aware|investigating
        aware of
        forwarded|passed|escalated|logged|noted|relevant
        in due course
        as soon as
        when we|available|possible .. can|have
        get back to you
        someone|somebody|team will .. in touch
        please|kindly refer|visit|check|see|consult|allow|note|retain|be
        usual channels
        shortly|soon|eventually
        business|working days
        keep you posted|updated
        update|updates .. as|when|once
        try .. again
        higher than normal
        look|looking into
        call volumes
        give .. call
        appropriate|relevant team|department
        our website|app|faq|faqs|help
        at this time
    """,
    "officialese": """
        regarding|pursuant|hereby|aforementioned|above-mentioned|herein|thereof|therein|whilst|commence|terminate|
            utilise|utilize|facilitate|endeavour|endeavor
        in accordance
        in line with
        with regard|respect|reference to
        in respect of
        are|is|will processed|governed|communicated|asked|available exclusively? via|upon|under|through|to
        via|upon|notwithstanding|exclusively|designated|ascertaining|pertaining|undertaken|residual|category|liaise|
            query
        has|have been received|logged|noted|recorded|processed|forwarded
        subject to
        in relation
        prior to
        is|are|was|were .. required|advised|requested|reminded|entitled|deemed|governed|treated
        please be advised
        records|submission|submissions|correspondence|commendation|enquiry|inquiry|documentation|provision|applicable|
            respective
        section|clause|paragraph|policy|terms
        customers are
        late running
        adverse weather
        experience|experiencing
        inconvenience
    """,
    "canned": """
        thank you for reaching|contacting|getting|your|bringing
        thanks .. for reaching|contacting|getting|your|bringing|flagging
        any inconvenience
        inconvenience
        we value|appreciate
        your feedback|patience|loyalty|understanding|concern|concerns
        we take .. seriously
        valued customer
        sorry to hear
        sorry for|about any|the inconvenience|trouble|upset|delay|frustration
        don't hesitate
        feel free to
        rest assured
        at this time
        how you feel
        if there's anything else
        if there is anything else
        we strive
        means|mean .. to us
        we hope|wish
        wishing you|your
        hope to welcome
        committed to
        heart of everything
        kind words
        bringing this to
        very best wishes
    """,
    "gushing": """
        incredibly|deeply|truly|sincerely|heartfelt|terribly|awfully|genuinely|wholeheartedly|dreadfully
        so very|so sorry
        really very sorry
        omg|yay|woohoo|wow|aww|yikes|legend|haha*|lol|hun|mate|oopsie|whoop*|superstar
        oh gosh|no|dear
        bless
        love this|it|that
        world to
    """,
    "overpromise": """
        guarantee|guaranteed|promise|100%|definitely|absolutely
        never .. again
        no problem|dramas|worries
        don't worry
        in five|5|two|2|no minutes|time
        every penny|cent
        straight away
        before you've
        tops
        consider it done
        ! can't|cannot promise|guarantee
        ! not promise
    """,
    "condescension": """
        just so you're|you
        as i|we .. said|mentioned|explained
        obviously|clearly|simply|actually|apparently
        there we are
        not so|that hard
        calm down
        you might|may want to
        for future reference
        it might be worth
        suggest
        worth .. building|reading
        technically
        seriously though
        to be fair|honest
        well done
        bless
        look on the bright
        could be worse
        everyone else
        like that song
        believe it or not
        should know
        precisely this sort
        on the bright side
        an excuse
        very simple
        perhaps you
        nothing to worry
        kidding
        the internet says
        cheer up
        life's too short
        as you|we .. know
        ! soon as you|we .. know
        ! straight away
    """,
    "irony": """
        oh great|brilliant|wonderful|lovely|joy
        big surprise
        what a surprise|shock
        who would|would've have? thought
        cry me a river
        congratulations on your|being
        thanks a bunch|lot for nothing
        welcome to reality
        good luck with that
    """,
    "advertising": """
        did you know
        5-star|five-star
        gift card
        leave us a
        rate us
        survey|promo|deal|upgrade to
        a month .. first
        off ?
        link in our bio
        use the code
        reply stay|yes
        half price
        sales
        before you make up
        hate to see you go
    """,
    "insult": """
        idiot|idiots|idiotic|stupid|moron|morons|dumb|dumbass|imbecile|fool|fools|bastard|bastards|bitch|shit|shitty|
            bullshit|crap|fuck|fucking|fucked|fucker|asshole|arsehole|dickhead|wanker|twat|prick|cunt|loser|losers|
            pathetic|liar|liars|scum|trash|retard|retarded|jerk|clown|clowns|whiner|moaner|crybaby|whinging|whining|
            disgusting|worthless|brainless|ridiculous
        shut up
        piss off
        screw you
    """,
}

HEDGES = {
    "regret": """
        unfortunately|sadly|regrettably
        i'm|we're afraid
    """,
    "relief": """
        because|since|as|reason|so
        but|instead|however|though|although|meanwhile|still
        what i|we can
        you|i|we can
    """,
}
