using SecurityReview.Analyzers.Vocabulary;

namespace SecurityReview.Analyzers.Tests.Vocabulary;

/// <summary>Which names are of secrets.</summary>
public class SecretNameTests
{
    [Theory]
    [InlineData("password")]
    [InlineData("_password")]
    [InlineData("NewPassword")]
    [InlineData("DB_PASSWORD")]
    [InlineData("X-Api-Key")]
    [InlineData("APIKey")]
    [InlineData("apikey")]
    [InlineData("SecretKey")]
    [InlineData("ConnectionString")]
    [InlineData("cardNumber")]
    [InlineData("PasswordValue")]
    public void Secret_IsOne(string name) => Assert.True(new SecretNames([]).Contains(name));

    [Theory]
    [InlineData("")]
    [InlineData("pass")]
    [InlineData("token")]
    [InlineData("PasswordPolicy")]
    [InlineData("SecretId")]
    [InlineData("ApiKeyName")]
    [InlineData("PasswordHash")]
    [InlineData("EncryptedPassword")]
    [InlineData("UserFacingConnectionString")]
    [InlineData("InvalidPassword")]
    [InlineData("KeyPress")]
    public void OtherName_IsNone(string name) => Assert.False(new SecretNames([]).Contains(name));

    [Fact]
    public void ConfiguredName_IsOne()
    {
        var names = new SecretNames(["pin_code"]);
        Assert.True(names.Contains("UserPinCode"));
        Assert.False(names.Contains("PinCodeLength"));
    }
}
