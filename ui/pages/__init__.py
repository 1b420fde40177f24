"""The pages made by hand, for steps that a declared form does not serve well."""
