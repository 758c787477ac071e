using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ExceptionHandling.Catching;

/// <summary>
/// The exceptions that must not vanish: any at all, and those that tell of a refused access, a failed query or a broken device. That a file,
/// folder or row is not there any more, or a file at its end, is often all that was asked.
/// </summary>
internal sealed class WatchedExceptions(KnownTypes types)
{
    private static readonly string[] s_any = ["System.Object", "System.Exception", "System.SystemException"];

    private static readonly string[] s_families =
    [
        "System.Security.SecurityException", "System.UnauthorizedAccessException", "System.Security.Cryptography.CryptographicException",
        "System.Security.Authentication.AuthenticationException", "Microsoft.IdentityModel.Tokens.SecurityTokenException",
        "Microsoft.AspNetCore.Antiforgery.AntiforgeryValidationException",
        "System.Data.Common.DbException", "System.Data.DataException", "Microsoft.EntityFrameworkCore.DbUpdateException", "MongoDB.Driver.MongoException",
        "StackExchange.Redis.RedisException", "Microsoft.Azure.Cosmos.CosmosException",
        "System.IO.IOException",
    ];

    private static readonly HashSet<string> s_expected =
        new(StringComparer.Ordinal) { "FileNotFoundException", "DirectoryNotFoundException", "EndOfStreamException", "DriveNotFoundException", "DbUpdateConcurrencyException", "DBConcurrencyException" };

    /// <summary>Whether a catch of this type catches every exception.</summary>
    public bool IsAny(ITypeSymbol type) => s_any.Any(name => SymbolEqualityComparer.Default.Equals(type, types[name]));

    /// <summary>Whether exceptions of this type must not vanish.</summary>
    public bool Contains(ITypeSymbol type) =>
        IsAny(type) || (!s_expected.Contains(type.Name) && s_families.Any(name => type.IsOrInherits(types[name])));
}
