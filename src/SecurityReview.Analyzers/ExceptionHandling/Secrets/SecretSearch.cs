using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ExceptionHandling.Logging;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ExceptionHandling.Secrets;

/// <summary>
/// Finds the secret that a text says: the value itself, or a part of what is put together, also by way of a local. What another method makes
/// of a secret is that method's matter: it may mask or hash it.
/// </summary>
internal sealed class SecretSearch(SecretMembers secrets)
{
    private const int MaximumDepth = 10;

    private static readonly HashSet<string> s_compositions = new(StringComparer.Ordinal) { "Format", "Concat", "Join", "AppendFormat" };

    private static readonly HashSet<string> s_sameText = new(StringComparer.Ordinal) { "ToString", "Trim", "ToLower", "ToUpper", "ToLowerInvariant", "ToUpperInvariant", "Normalize" };

    private static readonly HashSet<string> s_encodings = new(StringComparer.Ordinal) { "GetString", "GetBytes", "ToBase64String", "ToHexString", "EscapeDataString", "UrlEncode" };

    private static readonly HashSet<string> s_serializers = new(StringComparer.Ordinal) { "Serialize", "SerializeObject" };

    /// <summary>The secret in a value: its name and where it stands; null for none.</summary>
    public Secret? In(IOperation value) => In(value, MaximumDepth);

    /// <summary>The secret member of an object that is written out as a whole.</summary>
    public Secret? WithMembers(IOperation value) =>
        value.Unwrap() is { Type: { } type } bare && secrets.In(type) is { } member ? new Secret($"{type.Name}.{member.Name}", bare.Syntax) : null;

    private Secret? In(IOperation value, int depth)
    {
        var bare = value.Unwrap();
        if (depth == 0 || bare.ConstantValue.HasValue)
            return null;
        return bare switch
        {
            IInterpolatedStringOperation text => First(text.Parts.OfType<IInterpolationOperation>().Select(static part => part.Expression), depth),
            IInterpolatedStringHandlerCreationOperation { Content: { } content } => In(content, depth - 1),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum => First([sum.LeftOperand, sum.RightOperand], depth),
            IConditionalOperation { WhenFalse: { } otherwise } choice => First([choice.WhenTrue, otherwise], depth),
            ICoalesceOperation coalesce => First([coalesce.Value, coalesce.WhenNull], depth),
            IAwaitOperation awaited => In(awaited.Operation, depth - 1),
            IConditionalAccessOperation access => In(access.WhenNotNull, depth - 1),
            IConditionalAccessInstanceOperation instance => instance.ConditionalReceiver() is { } receiver ? In(receiver, depth - 1) : null,
            ILocalReferenceOperation local => OfLocal(local, depth),
            IParameterReferenceOperation parameter => OfSymbol(parameter.Parameter, parameter),
            IPropertyReferenceOperation { Property.IsIndexer: true } indexer => OfKey(indexer.Arguments, indexer),
            IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } member => OfSymbol(member.Member, member),
            IInvocationOperation call => OfCall(call, depth),
            IAnonymousObjectCreationOperation anonymous => First(anonymous.Initializers.OfType<ISimpleAssignmentOperation>().Select(static member => member.Value), depth),
            ITupleOperation tuple => First(tuple.Elements, depth),
            IObjectCreationOperation { Initializer: { } initializer } creation when IsCollection(creation) => First(initializer.Initializers.SelectMany(ValuesOf), depth),
            _ => OfRecord(bare),
        };
    }

    /// <summary>Properties of a scope: <c>new Dictionary&lt;string, object&gt; { ["Name"] = name }</c>.</summary>
    private static bool IsCollection(IObjectCreationOperation creation) =>
        creation.Type?.AllInterfaces.Any(static declared => declared.SpecialType == SpecialType.System_Collections_IEnumerable) == true;

    private static IEnumerable<IOperation> ValuesOf(IOperation initializer) => initializer switch
    {
        IAssignmentOperation assignment => [assignment.Value],
        IInvocationOperation add => add.Arguments.Select(static argument => argument.Value),
        _ => [],
    };

    private Secret? First(IEnumerable<IOperation> parts, int depth) => parts.Select(part => In(part, depth - 1)).FirstOrDefault(static secret => secret is not null);

    private Secret? OfLocal(ILocalReferenceOperation local, int depth)
    {
        if (SingleAssignment.ValueOf(local.Local, local) is not { } given)
            return OfSymbol(local.Local, local);
        if (In(given, depth - 1) is { } secret)
            return secret with { Syntax = local.Syntax };
        // A masked password may be kept in 'password'.
        return given.DescendantsAndSelf().Any(static part => part is IInvocationOperation call && IsClean(call.TargetMethod.Name)) ? null : OfSymbol(local.Local, local);
    }

    /// <summary>Whether a method makes something of a secret that may be read.</summary>
    private static bool IsClean(string method) => NameWords.Of(method).Any(static word =>
        word is "Mask" or "Masked" or "Redact" or "Obfuscate" or "Hash" or "Encrypt" or "Protect" or "Anonymize" or "Scrub" or "Sanitize" or "Truncate" or "Substring" or "Fingerprint" or "Digest");

    private Secret? OfSymbol(ISymbol symbol, IOperation reference) =>
        reference.Type is { } type && (secrets.IsSecret(symbol, type) || IsAuthorization(symbol.Name, type)) ? new Secret(symbol.Name, reference.Syntax) : OfRecord(reference);

    /// <summary>The header that carries the caller's token.</summary>
    private static bool IsAuthorization(string name, ITypeSymbol type) => name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) && type.Name == "StringValues";

    /// <summary>A record says all its members.</summary>
    private Secret? OfRecord(IOperation value) =>
        value.Type is INamedTypeSymbol { IsRecord: true } type && !type.GetMembers("ToString").Any(static member => !member.IsImplicitlyDeclared) ? WithMembers(value) : null;

    /// <summary><c>configuration["Jwt:Secret"]</c>, <c>headers["X-Api-Key"]</c>.</summary>
    private Secret? OfKey(IEnumerable<IArgumentOperation> arguments, IOperation access)
    {
        var key = arguments.Select(static argument => argument.Value.ConstantValue is { HasValue: true, Value: string text } ? text : null).FirstOrDefault(static text => text is not null);
        if (key is null || access.Type is not { } type)
            return null;
        var isSecret = IsAuthorization(key, type) || secrets.IsSecret(key.Substring(key.LastIndexOf(':') + 1), type) || key.StartsWith("ConnectionStrings:", StringComparison.OrdinalIgnoreCase);
        return isSecret ? new Secret(key, access.Syntax) : null;
    }

    private Secret? OfCall(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        var name = method.Name;
        if (s_sameText.Contains(name) && call.Instance is { } instance && method.Parameters.All(static parameter => parameter.Type.SpecialType != SpecialType.System_String))
            return In(instance, depth - 1);
        if ((s_compositions.Contains(name) && method.ContainingType.SpecialType == SpecialType.System_String) || s_encodings.Contains(name))
            return First(call.Arguments.SelectMany(ArgumentElements.Of), depth);
        if (s_serializers.Contains(name) && method.ContainingType.Name is "JsonSerializer" or "JsonConvert" && call.Arguments.FirstOrDefault() is { } written)
            return WithMembers(written.Value);
        if (!name.StartsWith("Get", StringComparison.Ordinal) || method.ReturnsVoid)
            return null;
        if (name is "GetValue" or "GetEnvironmentVariable" or "GetSection")
            return OfKey(call.Arguments, call);
        // With a switch, the method gives more or less of it.
        if (method.Parameters.Any(static parameter => parameter.Type.SpecialType == SpecialType.System_Boolean))
            return null;
        return secrets.IsSecret(name.Substring(3), method.ReturnType.UnwrapTask()) ? new Secret(name, call.Syntax) : null;
    }
}
