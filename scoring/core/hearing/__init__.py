"""What the public hears in a reply: facts, promises, rumours, and what the rules of the engine react to."""
