namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>Code around checks of passwords, tokens and permissions.</summary>
internal static class UncheckedCode
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.Linq;
        using System.Security.Claims;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Identity;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.Logging;

        """;

    /// <summary>An action of a controller with the services of the framework.</summary>
    public static string Action(string body) => $$"""
        {{Usings}}
        public class AccountUser : IdentityUser { }
        public class Report { public int Id { get; set; } public string OwnerId { get; set; } = ""; }
        public sealed class ReportsController(
            IAuthorizationService authorization, UserManager<AccountUser> users, SignInManager<AccountUser> signIn, IPasswordHasher<AccountUser> hasher, ILogger<ReportsController> logger) : Controller
        {
            public async Task<IActionResult> Act(AccountUser user, Report report, string password, string token, string hash)
            {
                {{body}}
            }
        }
        """;

    /// <summary>A service with checks of its own.</summary>
    public static string Service(string members, string extra = "") => $$"""
        {{Usings}}
        public class Document { public int Id { get; set; } public string OwnerId { get; set; } = ""; public string Title { get; set; } = ""; }
        public sealed class DocumentService
        {
            {{members}}
        }
        {{extra}}
        """;
}
