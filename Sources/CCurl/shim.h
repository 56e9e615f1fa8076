#ifndef POSTMORTEM_CCURL_SHIM_H
#define POSTMORTEM_CCURL_SHIM_H

// The type checks are macros around the variadic functions, which the ones below stand for.
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

#include <netinet/in.h>
#include <stddef.h>
#include <string.h>

// Variadic functions are out of Swift's reach: one for each type of value.

static inline CURLcode postmortem_curl_setNumber(CURL *easy, CURLoption option, long value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode postmortem_curl_setText(CURL *easy, CURLoption option, const char *value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode postmortem_curl_setList(CURL *easy, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode postmortem_curl_setPointer(CURL *easy, CURLoption option, void *value) {
    return curl_easy_setopt(easy, option, value);
}

// `http` and `https`, said by name where libcurl knows that way (7.85): the other one is deprecated there.
static inline CURLcode postmortem_curl_setWebOnly(CURL *easy) {
#if LIBCURL_VERSION_NUM >= 0x075500
    return curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
#else
    return curl_easy_setopt(easy, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
}

typedef size_t (*postmortem_curl_sink)(char *bytes, size_t size, size_t count, void *context);

// The same context for all three: what arrives and which address is connected to.
static inline CURLcode postmortem_curl_setCallbacks(
    CURL *easy, postmortem_curl_sink header, postmortem_curl_sink body, curl_opensocket_callback open, void *context) {
    CURLcode code = curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, header);
    if (code == CURLE_OK) code = curl_easy_setopt(easy, CURLOPT_HEADERDATA, context);
    if (code == CURLE_OK) code = curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, body);
    if (code == CURLE_OK) code = curl_easy_setopt(easy, CURLOPT_WRITEDATA, context);
    if (code == CURLE_OK) code = curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open);
    if (code == CURLE_OK) code = curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, context);
    return code;
}

// The result of the only transfer of a multi handle, once it is done: 1 and the code, else 0.
static inline int postmortem_curl_result(CURLM *multi, CURLcode *code) {
    int left = 0;
    CURLMsg *message;
    while ((message = curl_multi_info_read(multi, &left))) {
        if (message->msg != CURLMSG_DONE) continue;
        *code = message->data.result;
        return 1;
    }
    return 0;
}

// The address about to be connected to, in network order: how many of the 16 bytes are filled, 0 for an unknown family.
// The struct's last member is longer than its type says.
static inline int postmortem_curl_address(const struct curl_sockaddr *target, unsigned char bytes[16]) {
    const char *name = (const char *)target + offsetof(struct curl_sockaddr, addr);
    if (target->family == AF_INET && target->addrlen >= sizeof(struct sockaddr_in)) {
        struct sockaddr_in four;
        memcpy(&four, name, sizeof four);
        memcpy(bytes, &four.sin_addr, 4);
        return 4;
    }
    if (target->family == AF_INET6 && target->addrlen >= sizeof(struct sockaddr_in6)) {
        struct sockaddr_in6 six;
        memcpy(&six, name, sizeof six);
        memcpy(bytes, &six.sin6_addr, 16);
        return 16;
    }
    return 0;
}

#endif
