namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>Types around the functions under test.</summary>
internal static class OwnerCode
{
    /// <summary>A caller and things that have an owner.</summary>
    public const string Types = """

        public sealed record RequestContext(string ProjectId, string UserId, bool IsAdmin);
        public sealed class Instance { public int Id { get; set; } public string ProjectId { get; set; } = ""; public string UserId { get; set; } = ""; public string Name { get; set; } = ""; public bool IsLocked { get; set; } }
        public sealed class SecurityGroup { public int Id { get; set; } public string ProjectId { get; set; } = ""; public string OwnerId { get; set; } = ""; }
        public sealed record Ids(string ProjectId, string UserId);
        """;

    /// <summary>A caller without any privilege to be seen.</summary>
    public const string PlainTypes = """

        public sealed record CallerContext(string TenantId, string UserId);
        public sealed class Document { public int Id { get; set; } public string TenantId { get; set; } = ""; public string OwnerId { get; set; } = ""; }
        """;

    /// <summary>A function over a context and an instance.</summary>
    public static string In(string body, string result = "string") => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Security.Claims;
        using System.Threading.Tasks;
        public static class Owners
        {
            public static {{result}} Resolve(RequestContext context, Instance instance)
            {
                {{body}}
            }
        }
        {{Types}}
        """;
}
