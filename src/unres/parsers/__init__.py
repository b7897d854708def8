"""From paragraphs to a resolution: masthead, blocks, nesting, closing, ids, and the checks of the whole."""
