"""One module a page: from the request to what its template shows, and from its forms to one use case."""
