using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.Analyzers.Vocabulary;

namespace SecurityReview.Analyzers.Tests.Vocabulary;

/// <summary>Which methods decide about security.</summary>
public class DecisionMethodTests
{
    [Theory]
    [InlineData("bool IsAuthorized()")]
    [InlineData("bool HasRole(string name)")]
    [InlineData("bool Validate(string password)")]
    [InlineData("Task<bool> CanEditAsync(ClaimsPrincipal caller, int id)")]
    [InlineData("ValueTask<bool> VerifyAsync(byte[] signature)")]
    [InlineData("bool? CheckOwner(int id)")]
    [InlineData("AccessResult CheckTenant(int id)")]
    [InlineData("bool TryAuthenticate(string user, string password)")]
    [InlineData("bool MayEdit(int id, ProjectRole least)")]
    [InlineData("bool MayEdit(int id, IRole least)")]
    public void Decision_IsOne(string method) => Assert.True(DecisionMethods.Contains(MethodOf(method, "Service")));

    [Theory]
    [InlineData("bool IsDisposed()")]
    [InlineData("bool CanExecute(object parameter)")]
    [InlineData("bool CanConvert(Type type)")]
    [InlineData("bool CanRetry(int attempt)")]
    [InlineData("bool IsFileLocked(string path)")]
    [InlineData("bool IsOpen(CancellationToken token)")]
    [InlineData("bool Check(SyntaxToken token)")]
    [InlineData("bool MayMatch(string name, ModelRole role)")]
    [InlineData("string GetPassword(string user)")]
    [InlineData("bool SavePassword(string password)")]
    [InlineData("void ValidateToken(string token)")]
    public void OtherMethod_IsNone(string method) => Assert.False(DecisionMethods.Contains(MethodOf(method, "Service")));

    [Theory]
    [InlineData("PermissionService", true)]
    [InlineData("ApiKeyStore", true)]
    [InlineData("UserService", false)]
    [InlineData("PageService", false)]
    public void TypeAlone_CountsWhereItIsAboutSecurity(string type, bool expected) =>
        Assert.Equal(expected, DecisionMethods.Contains(MethodOf("bool Check(string text)", type)));

    [Theory]
    [InlineData("bool IsRevoked()", true)]
    [InlineData("bool IsLockedOut()", true)]
    [InlineData("bool RequiresPassword()", true)]
    [InlineData("bool IsNotRevoked()", false)]
    [InlineData("bool IsValid()", false)]
    public void Refusal_IsKnown(string method, bool expected) => Assert.Equal(expected, DecisionMethods.RefusesWhenTrue(MethodOf(method, "Service")));

    private static IMethodSymbol MethodOf(string method, string type)
    {
        var compilation = Compilations.Create(
            $"using System; using System.Threading; using System.Threading.Tasks; using System.Security.Claims; public abstract class {type} {{ public abstract {method}; }} public class AccessResult {{ }} public struct SyntaxToken {{ }} public enum ModelRole {{ }} public enum ProjectRole {{ }} public interface IRole {{ }}",
            Setting.Default);
        return compilation.GetTypeByMetadataName(type)!.GetMembers().OfType<IMethodSymbol>().First(candidate => candidate.MethodKind == MethodKind.Ordinary);
    }
}
