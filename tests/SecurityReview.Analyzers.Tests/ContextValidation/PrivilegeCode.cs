namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>Code that makes users.</summary>
internal static class PrivilegeCode
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Security.Claims;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Identity;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.ModelBinding;
        using Microsoft.EntityFrameworkCore;

        """;

    /// <summary>The members of a controller, and further types.</summary>
    public static string Controller(string members, string types = "") => $$"""
        {{Usings}}
        public class AppUser { public int Id { get; set; } public string Email { get; set; } = ""; public bool IsAdmin { get; set; } public string Role { get; set; } = ""; public List<string> Roles { get; set; } = new(); }
        public record Register(string Email, bool IsAdmin, string Role, List<string> Roles);
        public class UserDb : DbContext { public DbSet<AppUser> Users => Set<AppUser>(); public DbSet<Guest> Guests => Set<Guest>(); }
        public class Guest { public int Id { get; set; } public string Name { get; set; } = ""; }
        public sealed class UsersController(UserDb db, UserManager<IdentityUser> manager) : ControllerBase
        {
            private bool IsReady => db is not null && manager is not null;
            {{members}}
        }
        {{types}}
        """;
}
