"""Stock lines in English (`scenarios.core.stock.lines`): one long table, for the reason that the German one gives."""

from collections.abc import Mapping

LINES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "waiting": {
        "mild": (
            "Hello? Is anybody reading this?",
            "Just checking this got through to someone.",
            "Sorry to nag, but has anyone had a chance to look?",
            "Any news on this? Thanks in advance.",
        ),
        "firm": (
            "Still waiting for an answer here.",
            "How long does it usually take for somebody to reply?",
            "When can I expect to hear back?",
            "Are you going to get back to me on this?",
        ),
        "angry": (
            "Hello?? Anyone actually working there?",
            "I’m standing here and hearing nothing from you.",
            "Has everyone at {brand} gone home or what?",
            "I know you can see this. Answer, please.",
        ),
        "journalist": (
            "I’d still like a comment on this, my piece goes out shortly.",
            "Will I get a statement on this today?",
        ),
    },
    "ignored": {
        "mild": (
            "Shame nobody’s answering.",
            "Maybe my question got lost? I really do need an answer.",
            "Trying again: can anyone from {brand} help me?",
            "Could somebody please take a look? I’m a bit stuck.",
        ),
        "firm": (
            "No answer is an answer too, I suppose. I’d still like a proper one.",
            "What is this account for if nobody responds?",
            "This has taken far too long. Who do I need to speak to?",
            "I asked a simple question and I’m still waiting.",
        ),
        "angry": (
            "Brilliant, just ignore me. That’ll work.",
            "You’re quick enough to take my money.",
            "Are you serious? Not a word in all this time!",
            "If you think I’ll just go away, think again.",
            "Nobody home at {brand}. Unbelievable.",
        ),
        "troll": ("lol nothing. Classic {brand}", "The intern must be at lunch"),
        "critic": (
            "{brand} doesn’t respond to direct questions. Noted for my next post.",
            "Silence. Exactly what I’ve been criticising for months.",
        ),
        "leader": (
            "Asking for a few thousand people reading along: anything coming, {brand}?",
            "Interesting how long {brand} keeps people waiting. We’re all watching.",
        ),
        "journalist": (
            "Then I’ll write that the company did not initially respond.",
            "Nothing so far. I’ll go with what I have.",
        ),
        "advocate": (
            "You’re usually quicker than this? Bit disappointed.",
            "I like to stick up for you, but you’re making it hard. Just say something.",
        ),
    },
    "ignored_again": {
        "mild": (
            "Here I am writing again and nothing happens. No fun at all.",
            "One more try. If nothing comes I’ll have to ring somebody.",
            "Starting to feel forgotten.",
            "Do I have to make a complaint before anyone reacts?",
        ),
        "firm": (
            "Asked twice, heard nothing twice. That’s how you lose customers.",
            "Fine, I’ll find out elsewhere. Maybe find another provider too.",
            "You’re leaving people completely in the lurch.",
            "For the second time: I expect a reply.",
        ),
        "angry": (
            "How many times do I have to ask??",
            "Right, that’s it. I’m sharing this everywhere.",
            "You’re the worst, honestly. Not even a sign of life.",
            "Aren’t you ashamed? One sentence would have done.",
            "I’m cancelling the minute I get home. Well done, {brand}.",
        ),
        "leader": (
            "Second time of asking, silence again. Screenshot taken.",
            "Thinking of going with {brand}? Just read this thread.",
        ),
        "critic": (
            "Nothing again. That’s not an oversight any more, it’s an attitude.",
            "You can sit criticism out. {brand} is showing how.",
        ),
        "journalist": ("My second request went unanswered as well. The article will say so.",),
        "troll": ("still nothing, I’m in stitches", "Bet they sold the account"),
    },
    "advocate": {
        "anybody": (
            "I’m not with {brand}, but they’ve always got back to me so far. Give them a moment.",
            "Took a while with me the other day too, but the answer was a decent one in the end.",
            "As far as I can see it’s very busy there right now. Nothing official from me though.",
            "Best to add what exactly it’s about, just no customer number please. They tend to be quicker then.",
        ),
    },
    "late": {
        "mild": ("Ah, someone’s there after all. Thanks anyway.", "Late, but better than never."),
        "firm": ("Finally.", "That could have been quicker, to be honest."),
        "angry": (
            "Wow, only took you half a lifetime.",
            "It’s nearly sorted itself out by now, that’s how long you took.",
        ),
        "journalist": ("Thanks, sadly too late for the first version.",),
    },
    "private": {
        "mild": (
            "Hi, here I am. {first}, as you asked. You’ve got my details, or do you need anything else?",
            "OK, just between us now. It’s {first} from earlier. Could you look into it?",
            "Hello, I was told to write here. What else can I send you?",
        ),
        "firm": (
            "{first} from earlier. Please look at my case now.",
            "Right, I’m here. I hope this wasn’t just to get rid of me.",
            "OK, here’s my message. What happens next?",
        ),
        "angry": (
            "There. In private, like you wanted. Now I want a solution.",
            "Here I am. Leave me hanging again and I’ll say so in public.",
            "It’s {first}. I’ve told this story twice already, I hope somebody wrote it down.",
        ),
    },
    "solved": {
        "mild": (
            "Quick update: {brand} helped me in private, all good now. Thank you!",
            "All sorted, was quick in the end. Thanks {agent}.",
        ),
        "firm": (
            "For anyone reading along: it got fixed. See, it can be done.",
            "To be fair, they took care of it and the problem’s gone.",
        ),
        "angry": (
            "OK, it’s fixed. Why not straight away?",
            "Follow-up: it worked out in the end. Getting there was still a pain.",
        ),
        "critic": ("I moan a lot, so I’ll say this too: that was properly resolved.",),
        "leader": ("Update for everyone who asked: {brand} sorted this out properly.",),
    },
    "defended": {
        "mild": (
            "Hm, that sounds as if it was my own fault. It wasn’t.",
            "I only wanted some help, not a justification.",
            "Pity you’re looking for somebody else to blame.",
        ),
        "firm": (
            "I don’t care whose fault it is. My contract is with you.",
            "That doesn’t answer my question, it just pushes it away.",
            "You’re making excuses. What are you actually going to do?",
        ),
        "angry": (
            "Oh, so now it’s MY fault? Better and better.",
            "I can make up my own excuses, thanks!",
            "Always somebody else, isn’t it. Pathetic.",
            "What a cheek, suggesting that.",
        ),
        "troll": ("It’ll be the weather next, you watch", "Boo hoo, somebody else did it"),
    },
    "insulted": {
        "mild": ("Pardon? I don’t have to listen to that.", "That really was below the belt."),
        "firm": (
            "Did you honestly just write that? I want to speak to your manager.",
            "So that’s how you talk to customers. Good to know.",
        ),
        "angry": ("Screenshot taken, enjoy tomorrow.", "Everybody, look how {brand} treats people!"),
    },
    "canned": {
        "mild": ("That reads a bit like a template, doesn’t it?", "That doesn’t quite fit my question, I’m afraid."),
        "firm": (
            "That’s copied and pasted. Did anyone read my post?",
            "Standard text, thanks. Now about my case, please.",
            "Did you read my question or just insert a macro?",
        ),
        "angry": (
            "Keep your canned replies!",
            "Is this a bot? Nothing to do with what I wrote.",
            "I can copy and paste too. I want to talk to a human.",
        ),
        "critic": ("Template number three, if I’ve counted right. So much for personal.",),
        "troll": ("Press 1 for a platitude, press 2 for a platitude",),
    },
    "copied": {
        "anybody": (
            "Is it just me? You’re sending everyone the exact same sentence.",
            "Counted the same answer four times now. Is anyone there at all?",
            "Scroll up, it says that word for word several times already.",
            "Is {brand} reading any of this or is it a recording?",
            "You do realise everybody’s getting the identical reply?",
        ),
    },
    "not_here": {
        "mild": (
            "I’d rather not write that in public, is there another way?",
            "Here, in front of everyone? I’d prefer not to.",
        ),
        "firm": (
            "You’re not really asking for that in public, are you?",
            "I’m certainly not posting that where everyone can read it.",
        ),
        "angry": ("Sure, shall I add my PIN while I’m at it??", "Ever heard of data protection, {brand}?"),
    },
    "exposed": {
        "mild": (
            "Hang on, those are my details! Please take that down right away.",
            "Oh no, could you remove that please? Not everyone needs to see it.",
        ),
        "firm": (
            "You’ve just posted my personal details. Remove them at once.",
            "That doesn’t belong in public. Delete it, now.",
        ),
        "angry": (
            "ARE YOU MAD? Those are my private details! Take it down!",
            "This is going to the data protection people, I promise you.",
        ),
    },
    "broken": {
        "mild": (
            "You told me something different earlier. Is that no longer true?",
            "Hm, that’s not what was announced.",
        ),
        "firm": (
            "Earlier you said it would work. What am I supposed to go by now?",
            "That’s not what was promised. Which statement can I rely on?",
        ),
        "angry": (
            "Promised and not kept. As always.",
            "Why promise things you don’t even know??",
            "You gave me your word! In writing!",
        ),
        "journalist": ("Your team put this differently earlier. Which is it?",),
    },
    "thanks": {
        "mild": (
            "Great, thanks for the clear answer!",
            "Ah OK, I can work with that. Thanks {agent}!",
            "Perfect, thanks so much for the quick help.",
            "Thank you, that helps a lot.",
        ),
        "firm": (
            "OK, thanks. That’s what I needed to know.",
            "Right, now I know where I stand.",
            "Good. Thanks for being straight with me.",
        ),
        "angry": (
            "See, it can be done. Thanks.",
            "Not thrilled, but at least I know what’s going on now.",
            "OK. Still annoying, but thanks for answering.",
        ),
        "critic": ("Factual and specific. More of that, please.",),
        "troll": ("Ugh, a proper answer. Boring",),
        "leader": ("Thanks, I’ll pass that on.",),
        "journalist": ("Thank you, I’ll quote that.",),
        "advocate": ("This is why I’m with {brand}. Thanks!",),
        "moderator": ("Thanks for letting us know, I’ll pin this.",),
        "bystander": ("Good to know, I was wondering the same.",),
    },
    "stale": {
        "anybody": (
            "Your notice up there isn’t right any more, is it?",
            "That still says what it said before. So what’s true now?",
            "The announcement from earlier is out of date. Is anyone updating it?",
            "Any chance of something new in that notice? It’s long been overtaken.",
        ),
    },
    "thrown_out": {
        "moderator": (
            "Moderator here: no advertising, it’s in the rules. I’m closing this thread to {brand}.",
            "Not like that. A forum by users for users isn’t a billboard. Posting rights in this topic are gone.",
            "Please take the sales pitch elsewhere. Topic is locked for company accounts.",
        ),
    },
    "found": {
        "mild": (
            "Oh, you’re reading along? That’s kind of you.",
            "Wasn’t expecting that, I hadn’t even mentioned you.",
        ),
        "firm": ("Ah, {brand} is listening. Good to know.", "I hadn’t asked you at all. So much the better."),
        "angry": ("Turning up without being asked? I wouldn’t have bet on that.", "Well well, so you can listen."),
        "troll": ("Big brother says hello",),
    },
    "unwelcome": {
        "mild": (
            "Kind thought, but we’ll sort this out among ourselves.",
            "Thanks, but nobody here was calling for {brand}.",
        ),
        "firm": ("We’re having a chat here. Without a company, please.", "That was a conversation between us."),
        "angry": ("Can’t you leave people alone even here?", "Nobody invited you."),
    },
    "not_you": {
        "anybody": (
            "Er, who asked you? This wasn’t about {brand} at all.",
            "Wrong thread, I meant something else entirely.",
            "Do you read everything here? Creepy.",
            "I think you’re mixing something up. Nothing to do with you.",
        ),
    },
    "fed": {
        "anybody": (
            "Oh, they took the bait. Do go on!",
            "Thanks for playing, I’ve got all day",
            "Once more with feeling, please",
            "Love it, you’re actually arguing with me",
        ),
    },
    "speaks_up": {
        "critic": (
            "I’m rarely nice to {brand}, but they gave me a sensible answer earlier. Credit where it’s due.",
            "In fairness: I got an honest reply today.",
        ),
        "advocate": (
            "I got help quickly earlier. Maybe take a breath, folks.",
            "The people on this account can’t help it and they’re trying, they did with me.",
        ),
        "leader": (
            "Was in touch with {brand}’s team earlier: they’re on it and talking straight.",
            "Some context since many are asking: with me {brand} was open and quick today.",
        ),
    },
    "hidden": {
        "mild": ("Is my post gone? There was nothing bad in it.", "Why was my comment hidden?"),
        "firm": ("Hiding criticism. People notice that.", "My post has vanished. Is there a reason for it?"),
        "angry": (
            "You’re hiding comments?! Good thing I took a picture.",
            "Censorship when it gets uncomfortable. Now more than ever.",
        ),
        "troll": ("Delete away, I’ve got it in my clipboard five times",),
    },
    "blocked": {
        "mild": ("I can’t seem to write here any more. What did I do wrong?", "Am I blocked? I only asked."),
        "firm": (
            "Blocked for asking a question. Another account it is, then.",
            "Ask, and you’re shut out. That’s no way to treat customers.",
        ),
        "angry": (
            "You’re blocking me?! My screenshot is doing the rounds.",
            "Shutting critics out instead of answering. Now more than ever.",
        ),
        "troll": ("First account blocked, second one’s here already",),
    },
    "not_solved": {
        "mild": ("Resolved? Nothing’s resolved at my end.", "Hold on, my question’s still open."),
        "firm": ("You’ve marked this as solved. It isn’t.", "Why close it? There’s an answer missing."),
        "angry": ("Solved?? For you maybe!", "Tick it off and forget about it, that’s how you’d like it."),
    },
    "desk_right": {
        "desk": (
            "Thanks, that’s one for us. We’re on it and will report as soon as we know more.",
            "Received. We’ll take care of it, please let the person know it’s being worked on.",
            "Taken over. Anything new will come from us this way.",
        ),
    },
    "desk_wrong": {
        "desk": (
            "{desk}: this isn’t one for us. Please check again who handles it.",
            "{desk} here. Wrong place, we can’t do anything with this. Back to you.",
            "{desk}: not our responsibility. Please pass it to the right desk, nothing has been done.",
        ),
    },
}
