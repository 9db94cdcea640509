"""The pages: from a request to one use case, and from its answer to a page. The developer's guide is docs/web.md."""
