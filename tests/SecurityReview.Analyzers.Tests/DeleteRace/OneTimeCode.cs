namespace SecurityReview.Analyzers.Tests.DeleteRace;

/// <summary>A sign-up around the credentials under test.</summary>
internal static class OneTimeCode
{
    private const string Usings = """
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.Data.Common;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Dapper;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Identity;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Caching.Distributed;
        using Microsoft.Extensions.Caching.Memory;
        using Microsoft.Extensions.Logging;
        using StackExchange.Redis;

        """;

    private const string Model = """

        public class Club : DbContext
        {
            public DbSet<Member> Members => Set<Member>();
            public DbSet<Invite> Invites => Set<Invite>();
            public DbSet<ResetToken> ResetTokens => Set<ResetToken>();
            public DbSet<GiftCard> GiftCards => Set<GiftCard>();
            public DbSet<BoardingPass> Passes => Set<BoardingPass>();
            public DbSet<Ballot> Ballots => Set<Ballot>();
            public DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();
            protected override void OnModelCreating(ModelBuilder model) => model.Entity<Ballot>().Property(ballot => ballot.Version).IsConcurrencyToken();
        }

        public class Member { public int Id { get; set; } public string Name { get; set; } = ""; public string PasswordHash { get; set; } = ""; public bool EmailConfirmed { get; set; } public int Balance { get; set; } }
        public class Invite { public int Id { get; set; } public string Code { get; set; } = ""; public DateTime? AcceptedAt { get; set; } public string? AcceptedBy { get; set; } }
        public class ResetToken { public int Id { get; set; } public int MemberId { get; set; } public string Value { get; set; } = ""; public bool Used { get; set; } public DateTime? UsedAt { get; set; } public DateTime Expires { get; set; } }
        public enum CardState { Issued, Redeemed }
        public class GiftCard
        {
            public int Id { get; set; }
            public int Amount { get; set; }
            public CardState Status { get; set; }
            public bool IsActive { get; set; }
            public int? RedeemedBy { get; private set; }
            public void Redeem(int member) => RedeemedBy = member;
        }
        public class BoardingPass { public int Id { get; set; } public string Seat { get; set; } = ""; public bool Boarded { get; set; } public bool Consumed { get; set; } }
        public class Ballot { public int Id { get; set; } public string Code { get; set; } = ""; public bool Used { get; set; } public int Version { get; set; } }
        public class RefreshToken { public int Id { get; set; } public string Value { get; set; } = ""; public DateTime? Revoked { get; set; } }
        public interface ITokens { Task<ResetToken?> FindAsync(string value); Task UpdateAsync(ResetToken token); Task<bool> TryUpdateAsync(ResetToken token); }
        public interface IAccounts { Task CreditAsync(int member, int amount); Task<Member> GetAsync(int id); }
        """;

    /// <summary>Members of a service that has all stores at hand.</summary>
    public static string In(string members) => $$"""
        {{Usings}}
        public class Service(
            Club db, SqliteConnection connection, UserManager<Member> users, IDistributedCache cache, IMemoryCache memory, IDatabase redis, ITokens tokens, IAccounts accounts, ILogger<Service> logger) : ControllerBase
        {
            private static readonly ConcurrentDictionary<string, string> s_codes = new();

        {{members}}

            public void Use() => logger.LogInformation("{Db} {Connection} {Users} {Cache} {Memory} {Redis} {Tokens} {Accounts} {Codes}", db, connection, users, cache, memory, redis, tokens, accounts, s_codes);
        }
        {{Model}}
        """;

    /// <summary>Statements in a method that accepts something.</summary>
    public static string Accept(string body, string signature = "public async Task<IActionResult> Accept(string code, string value, int id, CancellationToken ct)") =>
        In($$"""
            {{signature}}
            {
                await Task.Yield();
                {{body}}
            }
            """);
}
