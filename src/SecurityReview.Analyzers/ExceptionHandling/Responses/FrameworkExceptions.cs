using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ExceptionHandling.Responses;

/// <summary>
/// Exceptions whose message was written for developers: it names servers, tables, paths, types. Those of the solution say what their authors wrote for
/// the reader, and so, mostly, do argument and validation exceptions.
/// </summary>
/// <param name="safe">Types that the option <c>client_safe_exceptions</c> names.</param>
/// <param name="withArguments">Whether argument exceptions and the like count, by the option <c>include_argument</c>.</param>
internal sealed class FrameworkExceptions(KnownTypes types, ImmutableArray<string> safe, bool withArguments)
{
    private static readonly string[] s_exact = ["System.Exception", "System.SystemException"];

    private static readonly string[] s_families =
    [
        "System.Data.Common.DbException", "System.Data.DataException", "Microsoft.EntityFrameworkCore.DbUpdateException", "MongoDB.Driver.MongoException", "StackExchange.Redis.RedisException",
        "System.IO.IOException", "System.UnauthorizedAccessException", "System.Net.Http.HttpRequestException", "System.Net.WebException", "System.Net.Mail.SmtpException",
        "System.Runtime.InteropServices.ExternalException", "System.Text.Json.JsonException", "Newtonsoft.Json.JsonException", "System.Xml.XmlException", "System.Xml.Schema.XmlSchemaException",
        "System.Runtime.Serialization.SerializationException", "System.Reflection.TargetInvocationException", "System.Reflection.ReflectionTypeLoadException", "System.TypeLoadException",
        "System.MemberAccessException", "System.BadImageFormatException", "System.AggregateException", "System.Security.Cryptography.CryptographicException",
        "System.Security.Authentication.AuthenticationException", "System.Security.SecurityException", "Microsoft.IdentityModel.Tokens.SecurityTokenException", "System.NullReferenceException",
        "System.IndexOutOfRangeException", "System.InvalidCastException", "System.TimeoutException", "System.TypeInitializationException", "System.OutOfMemoryException",
    ];

    private static readonly string[] s_arguments =
        ["System.ArgumentException", "System.InvalidOperationException", "System.Collections.Generic.KeyNotFoundException", "System.NotSupportedException", "System.FormatException"];

    /// <summary>Whether the message of such an exception is nothing for clients.</summary>
    public bool Contains(ITypeSymbol type)
    {
        if (!type.DeclaringSyntaxReferences.IsEmpty || type.Name.Contains("Validation") || type.Name == "BadHttpRequestException" || ContextTypes.IsListed(type, safe))
            return false;
        return s_exact.Any(name => SymbolEqualityComparer.Default.Equals(type, types[name])) || s_families.Any(name => type.IsOrInherits(types[name])) ||
            (withArguments && s_arguments.Any(name => type.IsOrInherits(types[name])));
    }
}
